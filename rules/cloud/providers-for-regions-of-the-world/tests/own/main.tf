provider "aws" {
  region = "eu-west-2"
}

provider "aws" {
  alias  = "us_west_2"
  region = "us-west-2"
}

provider "aws" {
  alias  = "eu_west_1"
  region = "eu-west-1"
}

module "guard" {
  source = "./guard"
  providers = {
    aws.us-west-2 = aws.us_west_2
    aws.eu-west-1 = aws.eu_west_1
  }
}
