import boto3


class Outbox:
    def add(self, item):
        boto3.client("sqs").send_message(QueueUrl=self.url, MessageBody=item)
