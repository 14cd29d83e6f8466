import boto3


def accept(referral):
    boto3.client("sqs").send_message(QueueUrl=referral.queue, MessageBody=referral.id)
