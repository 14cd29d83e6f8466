resource "aws_sns_topic" "this" {
  display_name = "Set in the module's own override: ${var.name}"
}
