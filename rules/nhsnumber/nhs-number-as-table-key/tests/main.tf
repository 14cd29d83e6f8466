resource "aws_dynamodb_table" "by_number" {
  name         = "patients"
  billing_mode = "PAY_PER_REQUEST"
  # ruleid: nhs-number-as-table-key
  hash_key     = "NhsNumber"
  attribute {
    name = "NhsNumber"
    type = "S"
  }
}

resource "aws_dynamodb_table" "by_id" {
  name         = "documents"
  billing_mode = "PAY_PER_REQUEST"
  # ok: nhs-number-as-table-key
  hash_key     = "ID"
  attribute {
    name = "ID"
    type = "S"
  }
  attribute {
    name = "nhs_number"
    type = "S"
  }
  global_secondary_index {
    name            = "NhsNumberIndex"
    hash_key        = "nhs_number"
    projection_type = "ALL"
  }
}

variable "key" {
  type = string
}

resource "aws_dynamodb_table" "cannot_tell" {
  name         = "letters"
  billing_mode = "PAY_PER_REQUEST"
  # open: nhs-number-as-table-key
  hash_key     = var.key
  attribute {
    name = "nhs_number"
    type = "S"
  }
}

resource "aws_dynamodb_table" "sites" {
  name         = "sites"
  billing_mode = "PAY_PER_REQUEST"
  # ok: nhs-number-as-table-key
  hash_key     = "OdsCode"
  attribute {
    name = "OdsCode"
    type = "S"
  }
}

resource "aws_dynamodb_table" "consents" {
  name = "consents"
  # ruleid: nhs-number-as-table-key
  hash_key  = "nhs_no"
  range_key = "given"
  attribute {
    name = "nhs_no"
    type = "S"
  }
  attribute {
    name = "given"
    type = "S"
  }
}

locals {
  key = "patientNhsNumber"
}

resource "aws_dynamodb_table" "named_elsewhere" {
  name = "letters"
  # ruleid: nhs-number-as-table-key
  hash_key = local.key
  attribute {
    name = local.key
    type = "S"
  }
}

# ok: nhs-number-as-table-key
resource "aws_dynamodb_table" "sorted" {
  name      = "episodes"
  hash_key  = "EpisodeId"
  range_key = "Started"
  attribute {
    name = "EpisodeId"
    type = "S"
  }
  attribute {
    name = "Started"
    type = "S"
  }
  attribute {
    name = "NHS-Number"
    type = "S"
  }
}
