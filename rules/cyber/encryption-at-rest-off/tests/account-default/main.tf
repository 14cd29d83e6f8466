resource "aws_ebs_encryption_by_default" "this" {
  enabled = true
}

resource "aws_ebs_volume" "images" {
  availability_zone = "eu-west-2a"
  size              = 100
}

resource "aws_db_instance" "records" {
  engine = "postgres"
}
