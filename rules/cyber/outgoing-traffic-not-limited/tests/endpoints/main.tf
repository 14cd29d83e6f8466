resource "aws_security_group" "endpoints" {
  name = "endpoints"
  # Interfaces of endpoints open no connections; nothing is said of the group.
  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group_rule" "in" {
  type              = "ingress"
  from_port         = 443
  to_port           = 443
  protocol          = "tcp"
  cidr_blocks       = ["10.0.0.0/16"]
  security_group_id = aws_security_group.endpoints.id
}

resource "aws_vpc_endpoint" "images" {
  vpc_id             = "vpc-1"
  service_name       = "com.amazonaws.eu-west-2.ecr.api"
  vpc_endpoint_type  = "Interface"
  security_group_ids = [aws_security_group.endpoints.id]
}

resource "aws_vpc_endpoint" "logs" {
  vpc_id             = "vpc-1"
  service_name       = "com.amazonaws.eu-west-2.logs"
  vpc_endpoint_type  = "Interface"
  security_group_ids = [aws_security_group.endpoints.id, aws_security_group.shared.id]
}

# review: outgoing-traffic-not-limited
resource "aws_security_group" "shared" {
  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_lambda_function" "letters" {
  function_name = "letters"
  role          = "arn:aws:iam::123456789012:role/letters"
  vpc_config {
    subnet_ids         = ["subnet-1"]
    security_group_ids = [aws_security_group.shared.id]
  }
}
