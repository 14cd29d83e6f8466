resource "aws_db_instance" "records_test" {
  engine = "postgres"
  tags = {
    Environment = "test"
  }
}
