resource "aws_iam_policy" "narrow" {
  name   = "narrow"
  policy = <<-JSON
    {"Version": "2012-10-17", "Statement": [
      {"Effect": "Allow", "Action": ["s3:GetObject"], "Resource": "*"},
      {"Effect": "Allow", "Action": "sqs:*", "Resource": "arn:aws:sqs:eu-west-2:111122223333:letters"},
      {"Effect": "Deny", "Action": "s3:*", "Resource": "*"},
      {"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:root"}, "Action": "kms:*", "Resource": "*"}]}
  JSON
}
