provider "aws" {
  region = "eu-west-2"
}

provider "aws" {
  alias  = "eu_west_1"
  region = "eu-west-1"
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
  alias  = "eu_south_1"
  region = "eu-south-1"
}

provider "aws" {
  alias  = "eu_south_2"
  region = "eu-south-2"
}

provider "aws" {
  alias  = "eu_central_1"
  region = "eu-central-1"
}

provider "aws" {
  alias  = "ca_central_1"
  region = "ca-central-1"
}

provider "aws" {
  alias  = "ap_northeast_1"
  region = "ap-northeast-1"
}

provider "aws" {
  alias  = "ap_northeast_2"
  region = "ap-northeast-2"
}

provider "aws" {
  alias  = "us_east_1"
  region = "us-east-1"
}

resource "aws_guardduty_detector" "eu_west_1" {
  provider = aws.eu_west_1
  enable   = true
}

resource "aws_guardduty_detector" "eu_west_3" {
  provider = aws.eu_west_3
  enable   = true
}

resource "aws_guardduty_detector" "eu_north_1" {
  provider = aws.eu_north_1
  enable   = true
}

resource "aws_guardduty_detector" "eu_south_1" {
  provider = aws.eu_south_1
  enable   = true
}

resource "aws_guardduty_detector" "eu_south_2" {
  provider = aws.eu_south_2
  enable   = true
}

resource "aws_guardduty_detector" "eu_central_1" {
  provider = aws.eu_central_1
  enable   = true
}

resource "aws_guardduty_detector" "ca_central_1" {
  provider = aws.ca_central_1
  enable   = true
}

resource "aws_guardduty_detector" "ap_northeast_1" {
  provider = aws.ap_northeast_1
  enable   = true
}

resource "aws_guardduty_detector" "ap_northeast_2" {
  provider = aws.ap_northeast_2
  enable   = true
}

resource "aws_guardduty_detector" "us_east_1" {
  provider = aws.us_east_1
  enable   = true
}

