resource "aws_dynamodb_table" "records" {
  name = "records"
}

resource "aws_backup_selection" "tagged" {
  name = "tagged"
}
