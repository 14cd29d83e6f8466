variable "token" {
  type = string
}

provider "gitlab" {
  token = var.token
}
