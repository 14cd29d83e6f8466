# ok: certificate-renewed-by-hand
resource "aws_acm_certificate" "site" {
  domain_name               = "records.ward.nhs.uk"
  subject_alternative_names = ["*.records.ward.nhs.uk"]
  validation_method         = "DNS"
  lifecycle {
    create_before_destroy = true
  }
}

# review: certificate-renewed-by-hand
resource "aws_acm_certificate" "by_mail" {
  domain_name       = "letters.ward.nhs.uk"
  validation_method = "EMAIL"
}

# review: certificate-renewed-by-hand
resource "aws_acm_certificate" "uploaded" {
  private_key       = file("web.key")
  certificate_body  = file("web.pem")
  certificate_chain = file("chain.pem")
}

# ok: certificate-renewed-by-hand
resource "aws_acm_certificate" "own_authority" {
  domain_name               = "bus.ward.internal"
  certificate_authority_arn = aws_acmpca_certificate_authority.own.arn
}

resource "aws_acmpca_certificate_authority" "own" {
  type = "ROOT"
}

# review: certificate-renewed-by-hand
resource "aws_iam_server_certificate" "old" {
  name             = "old"
  certificate_body = file("web.pem")
  private_key      = var.private_key
}

# open: certificate-renewed-by-hand
resource "aws_acm_certificate" "unknown" {
  domain_name       = "x.ward.nhs.uk"
  validation_method = var.method
}

# Certificates between machines that Terraform itself signs; another rule judges those that sign themselves.
# ok: certificate-renewed-by-hand
resource "aws_acm_certificate" "between_machines" {
  private_key      = tls_private_key.bus.private_key_pem
  certificate_body = tls_locally_signed_cert.bus.cert_pem
}

resource "tls_private_key" "bus" {
  algorithm = "RSA"
}

resource "tls_locally_signed_cert" "bus" {
  ca_cert_pem        = "ca"
  ca_private_key_pem = tls_private_key.bus.private_key_pem
}

variable "method" {}
variable "private_key" {}
