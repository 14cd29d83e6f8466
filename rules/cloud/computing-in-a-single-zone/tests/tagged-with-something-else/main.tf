resource "aws_efs_file_system" "records" {
  availability_zone_name = "eu-west-2a"
  tags = {
    Project     = "test"
    Environment = "prod"
  }
}
