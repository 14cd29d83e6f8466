resource "aws_backup_vault" "records" {
  name = "records"
}

resource "aws_backup_vault_policy" "records" {
  backup_vault_name = aws_backup_vault.records.name
  policy            = data.aws_iam_policy_document.records.json
}

data "aws_iam_policy_document" "records" {
  statement {
    effect    = "Deny"
    actions   = ["backup:DeleteRecoveryPoint", "backup:PutBackupVaultAccessPolicy"]
    resources = ["*"]
  }
}
