variable "depth" { type = string }
variable "next" {
  type = list(object({ name = string, policy = optional(string), extra = optional(string, "filled") }))
}
resource "aws_sns_topic" "this" {
  for_each     = { for index, item in var.next : format("%02d", index) => item }
  name         = "${each.value.name}-${each.value.extra}"
  display_name = each.value.policy == null ? "open" : "guarded ${var.depth}"
}
output "names" { value = { for key, topic in aws_sns_topic.this : key => topic.display_name } }
