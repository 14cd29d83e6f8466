variable "second" {
  type = string
}

resource "aws_dynamodb_table" "t" {
  name = "t"
  replica {
    region_name = "eu-west-2"
  }
  replica {
    region_name = var.second
  }
}
