"""Which actions of Amazon's policies read and which write data, and of what."""

from __future__ import annotations

from collections.abc import Mapping
from fnmatch import fnmatchcase
from functools import lru_cache
from typing import NamedTuple

from scanner.domain.architecture import RelationKind


class Family(NamedTuple):
    """Actions of one service on the content of one kind of thing."""

    types: frozenset[str]
    """Terraform types of what is read and written."""
    reads: tuple[str, ...]
    writes: tuple[str, ...]


def _family(types: str, reads: str, writes: str) -> Family:
    return Family(frozenset(types.split()), tuple(reads.lower().split()), tuple(writes.lower().split()))


_REDIS = "aws_elasticache_replication_group aws_elasticache_serverless_cache aws_elasticache_cluster"
FAMILIES: Mapping[str, Family] = {
    "dynamodb": _family(
        "aws_dynamodb_table",
        "GetItem BatchGetItem Query Scan GetRecords PartiQLSelect ExportTableToPointInTime",
        "PutItem UpdateItem DeleteItem BatchWriteItem PartiQLInsert PartiQLUpdate PartiQLDelete",
    ),
    "s3": _family("aws_s3_bucket", "GetObject GetObjectVersion", "PutObject DeleteObject DeleteObjectVersion"),
    "rds-data": _family(
        "aws_rds_cluster", "ExecuteStatement BatchExecuteStatement", "ExecuteStatement BatchExecuteStatement"
    ),
    "rds-db": _family("aws_rds_cluster aws_db_instance", "connect", "connect"),
    "secretsmanager": _family(
        "aws_secretsmanager_secret", "GetSecretValue BatchGetSecretValue", "PutSecretValue UpdateSecret"
    ),
    "ssm": _family(
        "aws_ssm_parameter", "GetParameter GetParameters GetParametersByPath GetParameterHistory", "PutParameter"
    ),
    "sqs": _family("aws_sqs_queue", "ReceiveMessage", "SendMessage"),
    "sns": _family("aws_sns_topic", "Subscribe", "Publish"),
    "kinesis": _family("aws_kinesis_stream", "GetRecords SubscribeToShard", "PutRecord PutRecords"),
    "firehose": _family("aws_kinesis_firehose_delivery_stream", "", "PutRecord PutRecordBatch"),
    "events": _family("aws_cloudwatch_event_bus", "", "PutEvents"),
    "kafka-cluster": _family("aws_msk_cluster aws_msk_serverless_cluster", "ReadData", "WriteData"),
    "es": _family(
        "aws_opensearch_domain aws_elasticsearch_domain", "ESHttpGet ESHttpPost", "ESHttpPost ESHttpPut ESHttpDelete"
    ),
    "aoss": _family("aws_opensearchserverless_collection", "APIAccessAll", "APIAccessAll"),
    "elasticache": _family(_REDIS, "Connect", "Connect"),
    "memorydb": _family("aws_memorydb_cluster", "Connect", "Connect"),
    "redshift": _family("aws_redshift_cluster", "GetClusterCredentials", "GetClusterCredentials"),
    "cassandra": _family("aws_keyspaces_table", "Select", "Modify"),
    "timestream": _family("aws_timestreamwrite_table", "Select", "WriteRecords"),
    "neptune-db": _family("aws_neptune_cluster", "connect ReadDataViaQuery", "connect WriteDataViaQuery"),
    "elasticfilesystem": _family("aws_efs_file_system", "ClientMount", "ClientWrite"),
    "appconfig": _family("aws_appconfig_application", "GetLatestConfiguration GetConfiguration", ""),
}
"""By the service's name in actions and ARNs. Actions on keys, on logs and on descriptions of things read no data."""


@lru_cache(maxsize=4096)
def done_by(action: str) -> tuple[tuple[str, RelationKind], ...]:
    """The services whose data an action reads or writes.

    Args:
        action: As in a policy, with wildcards: ``s3:Get*``, ``*``.
    """
    service, colon, name = action.lower().partition(":")
    if not colon and service != "*":
        return ()
    wanted = name if colon else "*"
    found: list[tuple[str, RelationKind]] = []
    for known, family in FAMILIES.items():
        if not fnmatchcase(known, service):
            continue
        if any(fnmatchcase(one, wanted) for one in family.reads):
            found.append((known, RelationKind.READS))
        if any(fnmatchcase(one, wanted) for one in family.writes):
            found.append((known, RelationKind.WRITES))
    return tuple(found)


def single(action: str, service: str, kind: RelationKind) -> frozenset[str]:
    """The single actions for which one with wildcards stands, of those that read or write a service's data.

    Args:
        action: As in a policy.
        service: By its name in actions.
        kind: Reading or writing.
    """
    own, colon, name = action.lower().partition(":")
    if not fnmatchcase(service, own):
        return frozenset()
    family = FAMILIES[service]
    names = family.reads if kind is RelationKind.READS else family.writes
    return frozenset(f"{service}:{one}" for one in names if fnmatchcase(one, name if colon else "*"))


MANAGED: Mapping[str, tuple[str, ...]] = {
    "AdministratorAccess": ("*",),
    "PowerUserAccess": ("*",),
    "ReadOnlyAccess": ("s3:Get*", "dynamodb:GetItem", "dynamodb:Query", "dynamodb:Scan", "ssm:Get*", "sqs:Receive*"),
    "AmazonS3FullAccess": ("s3:*",),
    "AmazonS3ReadOnlyAccess": ("s3:Get*",),
    "AmazonDynamoDBFullAccess": ("dynamodb:*",),
    "AmazonDynamoDBReadOnlyAccess": ("dynamodb:GetItem", "dynamodb:Query", "dynamodb:Scan"),
    "AmazonRDSDataFullAccess": ("rds-data:*",),
    "SecretsManagerReadWrite": ("secretsmanager:*",),
    "AmazonSSMFullAccess": ("ssm:*",),
    "AmazonSSMReadOnlyAccess": ("ssm:Get*",),
    "AmazonSQSFullAccess": ("sqs:*",),
    "AmazonSQSReadOnlyAccess": (),
    "AmazonSNSFullAccess": ("sns:*",),
    "AmazonKinesisFullAccess": ("kinesis:*",),
    "AmazonKinesisReadOnlyAccess": ("kinesis:Get*",),
    "AWSLambdaSQSQueueExecutionRole": ("sqs:ReceiveMessage",),
    "AWSLambdaKinesisExecutionRole": ("kinesis:GetRecords",),
    "AWSLambdaDynamoDBExecutionRole": ("dynamodb:GetRecords",),
    "AWSLambdaInvocation-DynamoDB": ("dynamodb:GetRecords",),
    "AmazonOpenSearchServiceFullAccess": ("es:*",),
    "AmazonElasticFileSystemClientReadWriteAccess": ("elasticfilesystem:Client*",),
    "AmazonElasticFileSystemClientFullAccess": ("elasticfilesystem:Client*",),
}
"""Amazon's own policies that give access to data, by the last part of their ARN; all of them on every resource."""
