"""JSON documents in attributes, and the policies that ``aws_iam_policy_document`` computes."""
