import json

import boto3


def publish(settings):
    boto3.client("s3").put_object(Bucket="settings", Key="settings.json", Body=json.dumps(settings))
