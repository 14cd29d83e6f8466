resource "aws_db_instance" "records" {
  engine                 = "postgres"
  vpc_security_group_ids = [aws_security_group.records.id]
}

resource "aws_security_group" "records" {
  name = "records"
  ingress {
    from_port       = 5432
    to_port         = 5432
    protocol        = "tcp"
    security_groups = [aws_security_group.relay.id]
  }
}

# Told as an open port for administration.
resource "aws_security_group" "relay" {
  name = "relay"
  ingress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}
