resource "aws_efs_file_system" "this" {
  availability_zone_name = "eu-west-2a"
}
