variable "replica_region" {
  type = string
}

resource "aws_dynamodb_table" "this" {
  name = "letters"
  replica {
    region_name = var.replica_region
  }
}
