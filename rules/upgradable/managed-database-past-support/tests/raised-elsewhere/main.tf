resource "aws_db_instance" "records" {
  identifier     = "records"
  engine         = "postgres"
  engine_version = "12.4"

  lifecycle {
    ignore_changes = [engine_version]
  }
}

resource "aws_db_instance" "letters" {
  identifier     = "letters"
  engine         = "postgres"
  engine_version = "12.4"
}
