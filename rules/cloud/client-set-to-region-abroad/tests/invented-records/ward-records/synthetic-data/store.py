import boto3

table = boto3.resource("dynamodb", region_name="us-west-2")
