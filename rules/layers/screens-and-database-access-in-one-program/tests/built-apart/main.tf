resource "aws_db_instance" "records" {
  identifier = "records"
  engine     = "postgres"
}
