resource "aws_apigatewayv2_domain_name" "records" {
  domain_name = "records.example.nhs.uk"
  domain_name_configuration {
    certificate_arn = "arn:aws:acm:eu-west-2:111122223333:certificate/1"
    endpoint_type   = "REGIONAL"
    security_policy = "TLS_1_2"
  }
  mutual_tls_authentication {
    truststore_uri = "s3://trust/store.pem"
  }
}

resource "aws_apigatewayv2_api" "records" {
  name          = "records"
  protocol_type = "HTTP"
}

# ruleid: mutual-tls-that-can-be-bypassed
resource "aws_apigatewayv2_api_mapping" "records" {
  api_id      = aws_apigatewayv2_api.records.id
  domain_name = aws_apigatewayv2_domain_name.records.id
  stage       = "live"
}

resource "aws_api_gateway_domain_name" "letters" {
  domain_name              = "letters.example.nhs.uk"
  regional_certificate_arn = "arn:aws:acm:eu-west-2:111122223333:certificate/2"
  mutual_tls_authentication {
    truststore_uri = "s3://trust/store.pem"
  }
}

resource "aws_api_gateway_rest_api" "letters" {
  name                         = "letters"
  disable_execute_api_endpoint = true
}

# ok: mutual-tls-that-can-be-bypassed
resource "aws_api_gateway_base_path_mapping" "letters" {
  api_id      = aws_api_gateway_rest_api.letters.id
  domain_name = aws_api_gateway_domain_name.letters.domain_name
  stage_name  = "live"
}

resource "aws_api_gateway_rest_api" "open" {
  name = "open"
}

# ruleid: mutual-tls-that-can-be-bypassed
resource "aws_api_gateway_base_path_mapping" "open" {
  api_id      = aws_api_gateway_rest_api.open.id
  domain_name = aws_api_gateway_domain_name.letters.domain_name
  stage_name  = "live"
}

# A domain that asks for no certificate promises none.
resource "aws_api_gateway_domain_name" "public" {
  domain_name              = "www.example.nhs.uk"
  regional_certificate_arn = "arn:aws:acm:eu-west-2:111122223333:certificate/3"
}

# ok: mutual-tls-that-can-be-bypassed
resource "aws_api_gateway_base_path_mapping" "public" {
  api_id      = aws_api_gateway_rest_api.open.id
  domain_name = aws_api_gateway_domain_name.public.domain_name
  stage_name  = "live"
}

# The API is made elsewhere.
# ok: mutual-tls-that-can-be-bypassed
resource "aws_api_gateway_base_path_mapping" "elsewhere" {
  api_id      = "abc123"
  domain_name = aws_api_gateway_domain_name.letters.domain_name
  stage_name  = "live"
}

# The program behind may verify what is passed on.
# open: mutual-tls-that-can-be-bypassed
resource "aws_lb_listener" "passed_on" {
  load_balancer_arn = "arn:aws:elasticloadbalancing:eu-west-2:111122223333:loadbalancer/app/a/1"
  port              = 443
  protocol          = "HTTPS"
  mutual_authentication {
    mode = "passthrough"
  }
}

# ok: mutual-tls-that-can-be-bypassed
resource "aws_lb_listener" "verified" {
  load_balancer_arn = "arn:aws:elasticloadbalancing:eu-west-2:111122223333:loadbalancer/app/a/1"
  port              = 443
  protocol          = "HTTPS"
  mutual_authentication {
    mode            = "verify"
    trust_store_arn = "arn:aws:elasticloadbalancing:eu-west-2:111122223333:truststore/a/1"
  }
}

# ok: mutual-tls-that-can-be-bypassed
resource "aws_lb_listener" "off" {
  load_balancer_arn = "arn:aws:elasticloadbalancing:eu-west-2:111122223333:loadbalancer/app/a/1"
  port              = 443
  protocol          = "HTTPS"
  mutual_authentication {
    mode = "off"
  }
}

# The network in which it lies asks.
# ok: mutual-tls-that-can-be-bypassed
resource "aws_vpclattice_service" "records" {
  name      = "records"
  auth_type = "NONE"
}

# ok: mutual-tls-that-can-be-bypassed
resource "aws_vpclattice_service_network" "records" {
  name      = "records"
  auth_type = "AWS_IAM"
}

# ok: mutual-tls-that-can-be-bypassed
resource "aws_vpclattice_service" "unsaid" {
  name = "unsaid"
}

variable "authentication" {
  type = string
}

# ok: mutual-tls-that-can-be-bypassed
resource "aws_vpclattice_service" "configured" {
  name      = "configured"
  auth_type = var.authentication
}

# ruleid: mutual-tls-that-can-be-bypassed
resource "aws_msk_cluster" "both" {
  cluster_name = "both"
  client_authentication {
    unauthenticated = true
    sasl {
      iam = true
    }
  }
}

# ok: mutual-tls-that-can-be-bypassed
resource "aws_msk_cluster" "iam" {
  cluster_name = "iam"
  client_authentication {
    sasl {
      iam = true
    }
  }
}

# ok: mutual-tls-that-can-be-bypassed
resource "aws_msk_cluster" "unsaid" {
  cluster_name = "unsaid"
}

# ruleid: mutual-tls-that-can-be-bypassed
resource "azurerm_linux_web_app" "optional" {
  name                       = "optional"
  client_certificate_enabled = true
  client_certificate_mode    = "Optional"
}

# ok: mutual-tls-that-can-be-bypassed
resource "azurerm_linux_function_app" "demanded" {
  name                       = "demanded"
  client_certificate_enabled = true
}

# The mode has no effect without the other setting, and nobody is promised anything.
# ok: mutual-tls-that-can-be-bypassed
resource "azurerm_windows_web_app" "without" {
  name                    = "without"
  client_certificate_mode = "Optional"
}

resource "aws_api_gateway_rest_api" "inside" {
  name = "inside"
  endpoint_configuration {
    types = ["PRIVATE"]
  }
}

# ok: mutual-tls-that-can-be-bypassed
resource "aws_api_gateway_base_path_mapping" "inside" {
  api_id      = aws_api_gateway_rest_api.inside.id
  domain_name = aws_api_gateway_domain_name.letters.domain_name
  stage_name  = "live"
}
