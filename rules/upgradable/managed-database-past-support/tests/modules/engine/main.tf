variable "engine" {
  type = string
}

variable "engine_version" {
  type = string
}
