resource "aws_instance" "app_dev" {
  ami           = "ami-0abc"
  instance_type = "m6i.large"
  tags = {
    Environment = "dev"
  }
}
