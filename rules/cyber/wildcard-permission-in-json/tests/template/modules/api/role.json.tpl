{
  "Statement": [
    {
      "Sid": "Letters${environment}",
      "Action": ["${extra}", "s3:*"],
      "Effect": "Allow",
      "Resource": ["arn:aws:s3:::${bucket}/*", "*"]
    }
  ]
}
