data "terraform_remote_state" "balancer" {
  backend = "s3"
  config = {
    bucket = "states"
    key    = "letters/balancer/terraform.tfstate"
  }
}

locals {
  balancer = data.terraform_remote_state.balancer.outputs.info["arn"]
}

resource "aws_wafregional_web_acl_association" "web" {
  resource_arn = local.balancer
  web_acl_id   = "web"
}
