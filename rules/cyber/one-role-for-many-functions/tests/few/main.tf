resource "aws_iam_role" "letters" {
  name               = "letters"
  assume_role_policy = "{}"
}

module "letters" {
  source = "./modules/function"
  name   = "letters"
  role   = aws_iam_role.letters.arn
}

module "reminders" {
  source = "./modules/function"
  name   = "reminders"
  role   = aws_iam_role.letters.arn
}

module "results" {
  source = "./modules/function"
  name   = "results"
  role   = aws_iam_role.letters.arn
}

resource "aws_iam_role" "other" {
  name               = "other"
  assume_role_policy = "{}"
}

module "clinics" {
  source = "./modules/function"
  name   = "clinics"
  role   = aws_iam_role.other.arn
}

module "referrals" {
  source = "./modules/function"
  name   = "referrals"
  role   = aws_iam_role.other.arn
}

module "transfers" {
  source = "./modules/function"
  name   = "transfers"
  role   = aws_iam_role.other.arn
}

module "exports" {
  source = "./modules/function"
  name   = "exports"
  role   = aws_iam_role.other.arn
}

