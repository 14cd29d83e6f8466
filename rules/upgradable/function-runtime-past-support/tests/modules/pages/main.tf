variable "runtime" {
  type = string
}
