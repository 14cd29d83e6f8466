variable "name" {
  type = string
}

variable "client_key" {
  type    = string
  default = <<-EOT
    -----BEGIN RSA PRIVATE KEY-----
    InventedForReferralsGatewayOpensNothing+SignsNothing/ThisIsNoKey
    0InventedForReferralsGatewayOpensNothing+SignsNothing/ThisIsNoKe
    y0InventedForReferralsGatewayOpensNothing+SignsNothing/ThisIsNoK
    ey0InventedForReferralsGatewayOpensNothing+SignsNothing/ThisIs==
    -----END RSA PRIVATE KEY-----
  EOT
}
