resource "aws_db_instance" "records_from_prod" {
  identifier = "records"
}
