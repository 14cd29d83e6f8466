variable "mailer_key" {
  type    = string
  default = "AKIAINVENTEDWARDKEYS"
}

variable "mailer_secret" {
  type      = string
  sensitive = true
  default   = "InventedForAMailer/OpensNothingOnWards07"
}
