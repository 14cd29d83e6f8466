provider "aws" {
  region = "eu-west-2"
}

provider "aws" {
  alias  = "eu_west_1"
  region = "eu-west-1"
}

provider "aws" {
  alias  = "eu_west_2"
  region = "eu-west-2"
}

provider "aws" {
  alias  = "eu_west_3"
  region = "eu-west-3"
}

provider "aws" {
  alias  = "eu_north_1"
  region = "eu-north-1"
}

provider "aws" {
  alias  = "eu_central_1"
  region = "eu-central-1"
}

provider "aws" {
  alias  = "us_west_2"
  region = "us-west-2"
}

provider "aws" {
  alias  = "ap_south_1"
  region = "ap-south-1"
}

provider "aws" {
  alias  = "sa_east_1"
  region = "sa-east-1"
}

provider "aws" {
  alias  = "ap_northeast_1"
  region = "ap-northeast-1"
}

provider "aws" {
  alias  = "ca_central_1"
  region = "ca-central-1"
}

module "guard" {
  source = "./guard"
  providers = {
    aws.eu-west-1 = aws.eu_west_1
    aws.eu-west-2 = aws.eu_west_2
    aws.eu-west-3 = aws.eu_west_3
    aws.eu-north-1 = aws.eu_north_1
    aws.eu-central-1 = aws.eu_central_1
    aws.us-west-2 = aws.us_west_2
    aws.ap-south-1 = aws.ap_south_1
    aws.sa-east-1 = aws.sa_east_1
    aws.ap-northeast-1 = aws.ap_northeast_1
    aws.ca-central-1 = aws.ca_central_1
  }
}
