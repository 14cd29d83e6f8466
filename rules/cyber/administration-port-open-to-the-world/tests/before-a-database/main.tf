resource "aws_db_instance" "records" {
  engine                 = "postgres"
  storage_encrypted      = true
  vpc_security_group_ids = [aws_security_group.everything.id]
}

resource "aws_security_group" "everything" {
  ingress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group" "shell" {
  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}
