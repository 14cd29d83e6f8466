import boto3

prices = boto3.client("pricing", region_name="us-east-1")
