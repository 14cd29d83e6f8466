resource "aws_backup_vault" "records" {
  name = "records"
}

data "aws_iam_policy_document" "other" {
  statement {
    effect    = "Deny"
    actions   = ["backup:DeleteRecoveryPoint"]
    resources = ["*"]
  }
}
