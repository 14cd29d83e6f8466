resource "tls_private_key" "client" {
  algorithm = "RSA"
  rsa_bits  = 4096
}

data "aws_secretsmanager_secret_version" "client_key" {
  secret_id = "${var.name}/client-key"
}

output "client_key" {
  value     = data.aws_secretsmanager_secret_version.client_key.secret_string
  sensitive = true
}
