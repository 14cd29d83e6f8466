module "vpc" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "5.13.0"
}

resource "aws_db_instance" "records" {
  identifier           = "records"
  engine               = "postgres"
  db_subnet_group_name = module.vpc.database_subnet_group
}
