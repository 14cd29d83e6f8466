variable "notify_key" {
  type    = string
  default = "TODO"
}

module "letters" {
  source    = "./modules/function"
  name      = "letters"
  variables = { NOTIFY_API_KEY = var.notify_key }
}

module "reminders" {
  source = "./modules/function"
  name   = "reminders"
}
