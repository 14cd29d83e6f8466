variable "from_default" {
  type    = string
  default = "default"
}

variable "from_tfvars" {
  type    = string
  default = "default"
}

variable "from_tfvars_json" {
  type    = string
  default = "default"
}

variable "from_auto" {
  type    = string
  default = "default"
}

variable "from_later_auto" {
  type    = string
  default = "default"
}

variable "retention" {
  type    = number
  default = 1
}

variable "zones" {
  type    = list(string)
  default = ["a"]
}

variable "tags" {
  type    = map(string)
  default = { Owner = "default", Level = "default" }
}

variable "anything" {
  default = { depth = [1, "two", { three = true }] }
}

variable "required" {
  type = string
}
