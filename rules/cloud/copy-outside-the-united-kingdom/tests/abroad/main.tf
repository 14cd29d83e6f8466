resource "aws_dynamodb_table" "t" {
  name = "t"
  replica {
    region_name = "eu-west-2"
  }
  replica {
    region_name = "us-east-1"
  }
}

resource "aws_secretsmanager_secret" "spine" {
  name = "spine"
  replica {
    region = "eu-west-2"
  }
  replica {
    region = "us-east-1"
  }
}
