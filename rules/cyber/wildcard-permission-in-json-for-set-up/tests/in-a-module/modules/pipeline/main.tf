resource "aws_iam_policy" "pipeline" {
  name = "pipeline-${var.environment}"
  policy = templatefile("${path.module}/policies/oidc-role.json.tftpl", {
    environment      = var.environment
    state_bucket_arn = var.state_bucket_arn
  })
}
