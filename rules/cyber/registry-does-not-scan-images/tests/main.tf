variable "scan" {}

# ruleid: registry-does-not-scan-images
resource "aws_ecr_repository" "none" {
  name = "api"
}

# ruleid: registry-does-not-scan-images
resource "aws_ecr_repository" "off" {
  name = "api"
  image_scanning_configuration {
    scan_on_push = false
  }
}

# ok: registry-does-not-scan-images
resource "aws_ecr_repository" "on" {
  name = "api"
  image_scanning_configuration {
    scan_on_push = true
  }
}

# open: registry-does-not-scan-images
resource "aws_ecr_repository" "unknown" {
  name = "api"
  image_scanning_configuration {
    scan_on_push = var.scan
  }
}
