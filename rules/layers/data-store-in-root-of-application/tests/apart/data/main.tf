terraform {
  backend "s3" {
    key = "data"
  }
}

resource "aws_db_instance" "records" {
  identifier = "records"
  engine     = "postgres"
}
