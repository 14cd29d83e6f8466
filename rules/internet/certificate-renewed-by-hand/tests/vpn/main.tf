resource "aws_acm_certificate" "vpn" {
  private_key      = file("vpn.key")
  certificate_body = file("vpn.pem")
}

resource "aws_ec2_client_vpn_endpoint" "operators" {
  server_certificate_arn = aws_acm_certificate.vpn.arn
}
