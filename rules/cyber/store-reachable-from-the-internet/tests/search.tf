resource "aws_opensearch_domain" "letters" {
  domain_name = "letters"
}

data "aws_iam_policy_document" "everybody" {
  statement {
    actions   = ["es:*"]
    resources = ["*"]
    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
  }
}

# ruleid: store-reachable-from-the-internet
resource "aws_opensearch_domain_policy" "letters" {
  domain_name     = aws_opensearch_domain.letters.domain_name
  access_policies = data.aws_iam_policy_document.everybody.json
}

# ok: store-reachable-from-the-internet
resource "aws_opensearch_domain" "wards" {
  domain_name = "wards"
  vpc_options {
    subnet_ids = ["subnet-1"]
  }
}

# ok: store-reachable-from-the-internet
resource "aws_opensearch_domain_policy" "wards" {
  domain_name     = aws_opensearch_domain.wards.domain_name
  access_policies = data.aws_iam_policy_document.everybody.json
}
