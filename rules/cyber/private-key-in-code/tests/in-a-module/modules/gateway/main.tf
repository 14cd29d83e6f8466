resource "aws_secretsmanager_secret" "client_key" {
  name = "${var.name}/client-key"
}

resource "aws_secretsmanager_secret_version" "client_key" {
  secret_id     = aws_secretsmanager_secret.client_key.id
  secret_string = var.client_key
}
