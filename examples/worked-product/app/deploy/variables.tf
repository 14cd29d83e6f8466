variable "letters_key_arn" {
  description = "Key with which the letters are encrypted."
  type        = string
}
