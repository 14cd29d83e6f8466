resource "aws_backup_vault" "records" {
  name = "records"
}
