variable "name" {
  description = "Name of the bucket."
  type        = string
}

variable "key_arn" {
  description = "Key for what is kept in it."
  type        = string
}

variable "keep_days" {
  description = "Days after which objects are deleted."
  type        = number
}
