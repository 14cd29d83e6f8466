resource "aws_secretsmanager_secret" "spine" {
  name = "spine"
  replica {
    region = "eu-west-2"
  }
  replica {
    region = "eu-west-1"
  }
}
