data "aws_iam_policy_document" "regions" {
  statement {
    sid       = "Regions"
    effect    = "Deny"
    actions   = ["*"]
    resources = ["*"]
    condition {
      test     = "StringEquals"
      variable = "aws:RequestedRegion"
      values   = ["us-west-2"]
    }
  }
}

data "aws_iam_policy_document" "organisation" {
  statement {
    sid       = "Regions"
    effect    = "Deny"
    actions   = ["*"]
    resources = ["*"]
    condition {
      test     = "StringNotEquals"
      variable = "aws:PrincipalOrgID"
      values   = ["o-1"]
    }
  }
}

data "aws_iam_policy_document" "allowed" {
  statement {
    sid       = "Regions"
    effect    = "Allow"
    actions   = ["*"]
    resources = ["*"]
    condition {
      test     = "StringNotEquals"
      variable = "aws:RequestedRegion"
      values   = ["us-west-2"]
    }
  }
}

resource "google_organization_policy" "members" {
  org_id     = "1"
  constraint = "constraints/iam.allowedPolicyMemberDomains"
  list_policy {
    allow {
      values = ["x"]
    }
  }
}
