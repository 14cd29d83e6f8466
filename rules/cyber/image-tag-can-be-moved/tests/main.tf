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

# ruleid: image-tag-can-be-moved
resource "google_artifact_registry_repository" "images" {
  repository_id = "images"
  format        = "DOCKER"
}

# ruleid: image-tag-can-be-moved
resource "google_artifact_registry_repository" "images_off" {
  repository_id = "images_off"
  format        = "DOCKER"
  mode          = "STANDARD_REPOSITORY"
  docker_config {
    immutable_tags = false
  }
}

# ok: image-tag-can-be-moved
resource "google_artifact_registry_repository" "images_kept" {
  repository_id = "images_kept"
  format        = "DOCKER"
  docker_config {
    immutable_tags = true
  }
}

# ok: image-tag-can-be-moved
resource "google_artifact_registry_repository" "packages" {
  repository_id = "packages"
  format        = "PYTHON"
}

# ok: image-tag-can-be-moved
resource "google_artifact_registry_repository" "mirror" {
  repository_id = "mirror"
  format        = "DOCKER"
  mode          = "REMOTE_REPOSITORY"
}

module "registry" {
  source = "./registry"
}

# The function takes the image by its digest.
# ok: image-tag-can-be-moved
resource "aws_ecr_repository" "by_digest" {
  name = "by-digest"
}

module "image" {
  source          = "terraform-aws-modules/lambda/aws//modules/docker-build"
  create_ecr_repo = false
  ecr_repo        = aws_ecr_repository.by_digest.name
  use_image_tag   = false
}

# ruleid: image-tag-can-be-moved
resource "aws_ecr_repository" "by_tag" {
  name = "by-tag"
}

module "tagged" {
  source          = "terraform-aws-modules/lambda/aws//modules/docker-build"
  create_ecr_repo = false
  ecr_repo        = aws_ecr_repository.by_tag.name
}

# It is built with a digest, and taken by its tag all the same.
# ruleid: image-tag-can-be-moved
resource "aws_ecr_repository" "by_digest_and_tag" {
  name = "by-digest-and-tag"
}

module "both" {
  source          = "terraform-aws-modules/lambda/aws//modules/docker-build"
  create_ecr_repo = false
  ecr_repo        = aws_ecr_repository.by_digest_and_tag.name
  use_image_tag   = false
}

resource "aws_ecs_task_definition" "letters" {
  family = "letters"
  container_definitions = jsonencode([{
    name  = "letters"
    image = "${aws_ecr_repository.by_digest_and_tag.repository_url}:latest"
  }])
}

# ruleid: image-tag-can-be-moved
resource "aws_ecr_repository" "passed_on" {
  name = "passed-on"
}

module "built" {
  source          = "terraform-aws-modules/lambda/aws//modules/docker-build"
  create_ecr_repo = false
  ecr_repo        = aws_ecr_repository.passed_on.name
  use_image_tag   = false
}

module "service" {
  source = "example/service/aws"
  image  = "${aws_ecr_repository.passed_on.repository_url}:latest"
}
