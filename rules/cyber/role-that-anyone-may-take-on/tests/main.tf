data "aws_iam_policy_document" "anyone" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
  }
}

resource "aws_iam_role" "search" {
  name = "search"
  # ruleid: role-that-anyone-may-take-on
  assume_role_policy = data.aws_iam_policy_document.anyone.json
}

resource "aws_iam_role" "letters" {
  name = "letters"
  # ruleid: role-that-anyone-may-take-on
  assume_role_policy = jsonencode({
    Statement = [{ Effect = "Allow", Principal = "*", Action = "sts:AssumeRole" }]
  })
}

resource "aws_iam_role" "task" {
  name = "task"
  # ok: role-that-anyone-may-take-on
  assume_role_policy = jsonencode({
    Statement = [{ Effect = "Allow", Principal = { Service = "ecs-tasks.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}

resource "aws_iam_role" "organisation" {
  name = "organisation"
  # ok: role-that-anyone-may-take-on
  assume_role_policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "*" }
      Action    = "sts:AssumeRole"
      Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-abc123" } }
    }]
  })
}

resource "aws_iam_role" "refused" {
  name = "refused"
  # ok: role-that-anyone-may-take-on
  assume_role_policy = jsonencode({
    Statement = [
      { Effect = "Deny", Principal = { AWS = "*" }, Action = "sts:AssumeRole" },
      { Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:role/reader" }, Action = "sts:AssumeRole" },
    ]
  })
}

variable "trusted" {
  type = list(string)
}

resource "aws_iam_role" "given" {
  name = "given"
  # open: role-that-anyone-may-take-on
  assume_role_policy = jsonencode({
    Statement = [{ Effect = "Allow", Principal = { AWS = var.trusted }, Action = "sts:AssumeRole" }]
  })
}

# What the role itself may do is not who takes it on.
resource "aws_iam_role" "queue" {
  name = "queue"
  # ok: role-that-anyone-may-take-on
  assume_role_policy = jsonencode({
    Statement = [{ Effect = "Allow", Principal = { AWS = ["arn:aws:iam::111122223333:root"] }, Action = "sts:AssumeRole" }]
  })
  inline_policy {
    name   = "queue"
    policy = data.aws_iam_policy_document.anyone.json
  }
}

# One of several whom it names, in JSON text.
resource "aws_iam_role" "partners" {
  name = "partners"
  # ruleid: role-that-anyone-may-take-on
  assume_role_policy = <<-JSON
    {
      "Version": "2012-10-17",
      "Statement": [{
        "Effect": "Allow",
        "Principal": {"AWS": ["arn:aws:iam::111122223333:root", "*"], "Service": ["lambda.amazonaws.com"]},
        "Action": "sts:AssumeRole"
      }]
    }
  JSON
}

# In the second statement, which a function of its own was given.
data "aws_iam_policy_document" "two" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com"]
    }
  }
  statement {
    actions = ["sts:AssumeRole", "sts:TagSession"]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
  }
}

resource "aws_iam_role" "two" {
  name = "two"
  # ruleid: role-that-anyone-may-take-on
  assume_role_policy = data.aws_iam_policy_document.two.json
}

# The pipeline of one repository, by its identity provider.
resource "aws_iam_role" "pipeline" {
  name = "pipeline"
  # ok: role-that-anyone-may-take-on
  assume_role_policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = { Federated = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }
      Action    = "sts:AssumeRoleWithWebIdentity"
      Condition = { StringEquals = { "token.actions.githubusercontent.com:sub" = "repo:letters-example/portal:ref:refs/heads/main" } }
    }]
  })
}

# A service, and whoever is of the organisation.
resource "aws_iam_role" "both" {
  name = "both"
  # ok: role-that-anyone-may-take-on
  assume_role_policy = jsonencode({
    Statement = [
      { Effect = "Allow", Principal = { Service = "lambda.amazonaws.com" }, Action = "sts:AssumeRole" },
      {
        Effect    = "Allow"
        Principal = { AWS = "*" }
        Action    = "sts:AssumeRole"
        Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-abc123" } }
      },
    ]
  })
}
