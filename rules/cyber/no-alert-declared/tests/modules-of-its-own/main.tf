provider "aws" {
  region = "eu-west-2"
}

module "letters" {
  source = "./modules/letters"
}
