variable "networks" {
  type = set(string)
}

resource "aws_vpc" "wards" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_flow_log" "all" {
  for_each        = var.networks
  vpc_id          = each.value
  traffic_type    = "ALL"
  log_destination = "arn:aws:s3:::flows"
}
