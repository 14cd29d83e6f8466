module "appointments" {
  source  = "../../modules/function"
  table   = "arn:aws:dynamodb:eu-west-2:999999999999:table/appointments"
  actions = ["dynamodb:*"]
}

module "reminders" {
  source  = "../../modules/function"
  table   = "arn:aws:dynamodb:eu-west-2:999999999999:table/appointments"
  actions = ["dynamodb:Query"]
}
