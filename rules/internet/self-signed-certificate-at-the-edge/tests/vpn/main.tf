resource "tls_self_signed_cert" "vpn" {
  private_key_pem = "key"
}

resource "aws_acm_certificate" "vpn" {
  private_key      = "key"
  certificate_body = tls_self_signed_cert.vpn.cert_pem
}

resource "aws_ec2_client_vpn_endpoint" "operators" {
  server_certificate_arn = aws_acm_certificate.vpn.arn
}
