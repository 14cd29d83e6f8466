resource "aws_db_instance" "visits" {
  engine = "postgres"
  # iam_database_authentication_enabled = true
}
