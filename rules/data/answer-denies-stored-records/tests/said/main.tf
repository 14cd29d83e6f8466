resource "aws_db_instance" "records" {
  engine         = "postgres"
  instance_class = "db.t4g.medium"
}
