import boto3


def slots():
    return boto3.client("dynamodb")
