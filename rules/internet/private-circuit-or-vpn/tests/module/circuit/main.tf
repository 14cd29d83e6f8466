resource "aws_dx_connection" "hscn" {
  bandwidth = "1Gbps"
  location  = "LD5"
}
