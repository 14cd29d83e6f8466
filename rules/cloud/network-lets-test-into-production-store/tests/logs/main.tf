resource "aws_vpc" "main" { cidr_block = "10.0.0.0/16" }
resource "aws_subnet" "a" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.1.0/24"
}
resource "aws_db_subnet_group" "a" {
  name       = "a"
  subnet_ids = [aws_subnet.a.id]
}
resource "aws_security_group" "import" {
  vpc_id = aws_vpc.main.id
  egress {
    from_port   = 5432
    to_port     = 5432
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/16"]
  }
}
resource "aws_security_group" "records" {
  vpc_id = aws_vpc.main.id
  ingress {
    from_port       = 5432
    to_port         = 5432
    protocol        = "tcp"
    security_groups = [aws_security_group.import.id]
  }
}
resource "aws_db_instance" "access_logs" {
  engine                 = "postgres"
  instance_class         = "db.t4g.small"
  db_subnet_group_name   = aws_db_subnet_group.a.name
  vpc_security_group_ids = [aws_security_group.records.id]
  tags                   = { Environment = "prod" }
}
resource "aws_lambda_function" "import" {
  function_name = "import"
  role          = "arn:aws:iam::111122223333:role/import"
  vpc_config {
    subnet_ids         = [aws_subnet.a.id]
    security_group_ids = [aws_security_group.import.id]
  }
  tags = { Environment = "dev" }
}
