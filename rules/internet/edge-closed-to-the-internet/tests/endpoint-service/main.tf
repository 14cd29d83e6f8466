# Carries what comes through an endpoint of other accounts.
resource "aws_lb" "endpoint" {
  load_balancer_type = "network"
  internal           = true
}
