locals {
  listed_only = terraform.workspace != "live"
}

# The list is for environments that patients do not use, as far as the workspace tells.
# open: edge-open-to-listed-addresses-only
resource "aws_wafv2_web_acl" "by_workspace" {
  name  = "portal"
  scope = "CLOUDFRONT"
  default_action {
    dynamic "block" {
      for_each = local.listed_only ? [1] : []
      content {}
    }
    dynamic "allow" {
      for_each = local.listed_only ? [] : [1]
      content {}
    }
  }
}
