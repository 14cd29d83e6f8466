import boto3


# ok: home-made-password-check
def get_password(input_name: str) -> str:
    client = boto3.client("secretsmanager")
    return client.get_secret_value(SecretId=input_name)["SecretString"]


# ruleid: home-made-password-check
def get_password_hash(plain: str) -> str:
    return digest(plain)
