resource "aws_db_instance" "records" {
  identifier     = "records"
  engine         = "postgres"
  instance_class = "db.m7g.large"
}
