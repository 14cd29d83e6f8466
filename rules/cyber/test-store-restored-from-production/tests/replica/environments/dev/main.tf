resource "aws_db_instance" "records" {
  replicate_source_db = "arn:aws:rds:eu-west-2:1:db:records-prod"
}
