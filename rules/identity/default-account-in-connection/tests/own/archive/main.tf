resource "aws_db_instance" "archive" {
  engine = "postgres"
  # iam_database_authentication_enabled = true  once the drivers know it
  iam_database_authentication_enabled = true
}
