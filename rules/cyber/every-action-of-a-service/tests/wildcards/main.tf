# Everything on everything: another rule's.
resource "aws_iam_role_policy" "letters" {
  role   = "letters"
  policy = "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"lambda:*\", \"Resource\": \"*\"}]}"
}

resource "aws_iam_role_policy" "calls" {
  role   = "letters"
  policy = "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"lambda:*\", \"Resource\": \"arn:aws:lambda:eu-west-2:999999999999:function:print\"}]}"
}
