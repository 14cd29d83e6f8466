variable "name" {
  type = string
  validation {
    condition     = length(var.name) > 3 && can(regex("^[a-z]+$", var.name))
    error_message = "Lower case, longer than three."
  }
}
moved {
  from = aws_sns_topic.before
  to   = aws_sns_topic.after
}
resource "aws_sns_topic" "after" {
  name = var.name
}
