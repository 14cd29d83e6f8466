resource "aws_secretsmanager_secret" "spine" {
  name = "spine"
  replica {
    region = "eu-west-2"
  }
  replica {
    region = "ap-northeast-1"
  }
}
