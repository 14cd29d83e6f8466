import boto3

translate = boto3.client("translate", region_name="us-west-2")
