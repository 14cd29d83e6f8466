locals {
  name = "hawthorn-${var.environment}"

  # One /20 for each tier and zone: public from 0, private from 4, data from 8.
  public_subnets  = { for index, zone in var.availability_zones : zone => cidrsubnet(var.cidr_block, 4, index) }
  private_subnets = { for index, zone in var.availability_zones : zone => cidrsubnet(var.cidr_block, 4, index + 4) }
  data_subnets    = { for index, zone in var.availability_zones : zone => cidrsubnet(var.cidr_block, 4, index + 8) }

  tags = {
    Service     = "vaccination-booking"
    Owner       = "hawthorn-platform"
    CostCenter  = "HV-104"
    Environment = var.environment
    DataClass   = "personal-confidential"
  }
}
