resource "aws_lb" "web" {
  internal = false
}

resource "aws_lb" "inside" {
  internal = true
}

resource "aws_lb" "stream" {
  load_balancer_type = "network"
}

resource "aws_cloudfront_distribution" "web" {
  enabled = true
}

resource "azurerm_cdn_frontdoor_endpoint" "web" {
  name = "web"
}

resource "aws_lb" "unknown" {
  internal = var.internal
}

variable "internal" {
  type = bool
}
