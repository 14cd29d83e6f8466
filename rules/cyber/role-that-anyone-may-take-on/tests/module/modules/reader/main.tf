variable "callers" {
  type = list(string)
}

resource "aws_iam_role" "this" {
  name = "reader"
  assume_role_policy = jsonencode({
    Statement = [{ Effect = "Allow", Principal = { AWS = var.callers }, Action = "sts:AssumeRole" }]
  })
}
