resource "aws_security_group" "records" {
  name = "records"
  ingress {
    from_port = 5432
    to_port   = 5432
    protocol  = "tcp"
    security_groups = ["sg-1"]
  }
}
