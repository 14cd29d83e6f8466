resource "aws_db_instance" "records" {
  engine = "postgres"
  tags = {
    Project     = "test"
    Environment = "prod"
  }
}
