resource "aws_ecr_repository" "this" {
  name = "letters"
  # ok: image-tag-can-be-moved
  image_tag_mutability = "IMMUTABLE_WITH_EXCLUSION"
}
