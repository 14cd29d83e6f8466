resource "aws_lb" "public" {
  load_balancer_type = "network"
}

resource "aws_lb" "inside" {
  load_balancer_type = "network"
  internal           = true
}

# review: balancer-passes-on-other-than-web
resource "aws_lb_listener" "client" {
  load_balancer_arn = aws_lb.public.arn
  port              = 9001
  protocol          = "TCP"
}

# ok: balancer-passes-on-other-than-web
resource "aws_lb_listener" "passed_through" {
  load_balancer_arn = aws_lb.public.arn
  port              = "443"
  protocol          = "TCP"
}

# ok: balancer-passes-on-other-than-web
resource "aws_lb_listener" "web_elsewhere" {
  load_balancer_arn = aws_lb.public.arn
  port              = 9443
  protocol          = "HTTPS"
}

# ok: balancer-passes-on-other-than-web
resource "aws_lb_listener" "inside" {
  load_balancer_arn = aws_lb.inside.arn
  port              = 2575
  protocol          = "TCP"
}

# open: balancer-passes-on-other-than-web
resource "aws_lb_listener" "by_variable" {
  load_balancer_arn = aws_lb.public.arn
  port              = var.port
  protocol          = "TCP"
}

resource "azurerm_lb" "public" {
  frontend_ip_configuration {
    name                 = "public"
    public_ip_address_id = "address"
  }
}

resource "azurerm_lb" "inside" {
  frontend_ip_configuration {
    name      = "private"
    subnet_id = "subnet"
  }
}

# review: balancer-passes-on-other-than-web
resource "azurerm_lb_rule" "mllp" {
  loadbalancer_id = azurerm_lb.public.id
  protocol        = "Tcp"
  frontend_port   = 2575
  backend_port    = 2575
}

# ok: balancer-passes-on-other-than-web
resource "azurerm_lb_rule" "web" {
  loadbalancer_id = azurerm_lb.public.id
  protocol        = "Tcp"
  frontend_port   = 443
  backend_port    = 8443
}

# ok: balancer-passes-on-other-than-web
resource "azurerm_lb_rule" "inside" {
  loadbalancer_id = azurerm_lb.inside.id
  protocol        = "Tcp"
  frontend_port   = 2575
  backend_port    = 2575
}

# review: balancer-passes-on-other-than-web
resource "google_compute_forwarding_rule" "client" {
  load_balancing_scheme = "EXTERNAL"
  ports                 = ["443", "9001"]
}

# ok: balancer-passes-on-other-than-web
resource "google_compute_global_forwarding_rule" "web" {
  load_balancing_scheme = "EXTERNAL_MANAGED"
  port_range            = "443-443"
}

# review: balancer-passes-on-other-than-web
resource "google_compute_global_forwarding_rule" "range" {
  port_range = "1000-2000"
}

# ok: balancer-passes-on-other-than-web
resource "google_compute_forwarding_rule" "inside" {
  load_balancing_scheme = "INTERNAL"
  ports                 = ["9001"]
}

variable "port" {}
