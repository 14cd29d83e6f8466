resource "aws_ecr_repository" "api" {
  name = "api"
  # ruleid: image-tag-can-be-moved
  image_tag_mutability = "MUTABLE"
}

# ruleid: image-tag-can-be-moved
resource "aws_ecr_repository" "default" {
  name = "default"
}

resource "aws_ecr_repository" "web" {
  name = "web"
  # ok: image-tag-can-be-moved
  image_tag_mutability = "IMMUTABLE"
}

resource "aws_ecr_repository" "unknown" {
  name = "unknown"
  # open: image-tag-can-be-moved
  image_tag_mutability = var.mutability
}

variable "mutability" {}
