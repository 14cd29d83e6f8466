{
  "Statement": [
    # {"Effect": "Allow", "Action": "kms:*", "Resource": "*"},
    {"Sid": "${name}", "Effect": "Allow", "Principal": {"AWS": "${account}"}, "Action": "kms:*", "Resource": "*"},
    {"Effect": "Allow", "NotPrincipal": {"AWS": "${other}"}, "Action": "kms:*", "Resource": "*"}
  ]
}
