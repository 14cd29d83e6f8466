resource "aws_instance" "app_prod" {
  ami           = "ami-0abc"
  instance_type = "m6i.large"
  tags = {
    Environment = "prod"
  }
}
