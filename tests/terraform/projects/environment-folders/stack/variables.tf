variable "environment" { type = string }
variable "public" {
  type    = bool
  default = false
}
variable "open_cidrs" { type = list(string) }
variable "backup_days" {
  type    = number
  default = 0
}
variable "alarm_topics" {
  type    = map(string)
  default = {}
}
