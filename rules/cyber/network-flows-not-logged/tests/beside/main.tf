module "beside" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "5.8.1"
  cidr    = "10.1.0.0/16"
}

resource "aws_flow_log" "beside" {
  vpc_id          = module.beside.vpc_id
  traffic_type    = "ALL"
  log_destination = "arn:aws:s3:::flows"
}
