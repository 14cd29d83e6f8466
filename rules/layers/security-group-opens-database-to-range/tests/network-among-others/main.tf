resource "aws_security_group" "records" {
  name = "records"
  ingress {
    from_port = 5432
    to_port   = 5432
    protocol  = "tcp"
    cidr_blocks = ["10.1.2.3/32", "10.0.0.0/8"]
  }
}
