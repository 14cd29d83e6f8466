variable "flows" {}

# ruleid: network-flows-not-logged
resource "aws_vpc" "none" {
  cidr_block = "10.0.0.0/16"
}

# ok: network-flows-not-logged
resource "aws_vpc" "logged" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_flow_log" "logged" {
  vpc_id          = aws_vpc.logged.id
  traffic_type    = "ALL"
  log_destination = "arn:aws:s3:::flows"
}

# ruleid: network-flows-not-logged
module "network" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "5.8.1"
  cidr    = "10.0.0.0/16"
}

# ok: network-flows-not-logged
module "logged_network" {
  source          = "terraform-aws-modules/vpc/aws"
  version         = "5.8.1"
  enable_flow_log = true
}

# open: network-flows-not-logged
module "perhaps" {
  source          = "terraform-aws-modules/vpc/aws"
  version         = "5.8.1"
  enable_flow_log = var.flows
}

# ok: network-flows-not-logged
module "endpoints" {
  source  = "terraform-aws-modules/vpc/aws//modules/vpc-endpoints"
  version = "5.8.1"
}

# ok: network-flows-not-logged
module "letters" {
  source = "./letters"
}

# ruleid: network-flows-not-logged
resource "google_compute_subnetwork" "none" {
  name    = "wards"
  purpose = "PRIVATE"
}

# ok: network-flows-not-logged
resource "google_compute_subnetwork" "proxies" {
  name    = "proxies"
  purpose = "REGIONAL_MANAGED_PROXY"
}

# ok: network-flows-not-logged
resource "google_compute_subnetwork" "logged" {
  name = "wards"
  log_config {
    aggregation_interval = "INTERVAL_5_SEC"
  }
}

# ruleid: network-flows-not-logged
resource "azurerm_virtual_network" "wards" {
  name = "wards"
}

# ok: network-flows-not-logged
module "handed_on" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "5.8.1"
  cidr    = "10.2.0.0/16"
}

module "flows" {
  source = "github.com/example/terraform-flow-logs?ref=1.0.0"
  vpc_id = module.handed_on.vpc_id
}

# ruleid: network-flows-not-logged
module "handed_on_elsewhere" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "5.8.1"
  cidr    = "10.3.0.0/16"
}

module "queries" {
  source = "github.com/example/terraform-resolver-logs?ref=1.0.0"
  vpc_id = module.handed_on_elsewhere.vpc_id
}
