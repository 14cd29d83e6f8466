resource "tls_private_key" "web" {
  algorithm = "RSA"
}

resource "tls_self_signed_cert" "web" {
  private_key_pem = tls_private_key.web.private_key_pem
  subject {
    common_name = "records.ward.nhs.uk"
  }
  allowed_uses = ["server_auth"]
}

resource "tls_self_signed_cert" "authority" {
  private_key_pem   = tls_private_key.web.private_key_pem
  is_ca_certificate = true
  allowed_uses      = ["cert_signing"]
}

# ruleid: self-signed-certificate-at-the-edge
resource "aws_acm_certificate" "web" {
  private_key      = tls_private_key.web.private_key_pem
  certificate_body = tls_self_signed_cert.web.cert_pem
}

# ruleid: self-signed-certificate-at-the-edge
resource "aws_iam_server_certificate" "web" {
  private_key      = tls_private_key.web.private_key_pem
  certificate_body = tls_self_signed_cert.web.cert_pem
}

# The chain may be an authority's that signs itself.
# ok: self-signed-certificate-at-the-edge
resource "aws_acm_certificate" "own_authority" {
  private_key       = tls_private_key.web.private_key_pem
  certificate_body  = file("signed.pem")
  certificate_chain = tls_self_signed_cert.authority.cert_pem
}

# ok: self-signed-certificate-at-the-edge
resource "aws_acm_certificate" "public" {
  domain_name       = "records.ward.nhs.uk"
  validation_method = "DNS"
}
