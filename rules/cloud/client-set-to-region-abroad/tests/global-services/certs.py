import boto3

acm = boto3.client("acm", region_name="us-east-1")
