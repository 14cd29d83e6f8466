terraform {
  required_version = "~> 1.11"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.100"
    }
    random = {
      source  = "hashicorp/random"
      version = "~> 3.7"
    }
  }

  backend "s3" {
    bucket       = "birchwood-terraform-state-prod"
    key          = "referral-desk/terraform.tfstate"
    region       = "eu-west-2"
    encrypt      = true
    use_lockfile = true
  }
}

provider "aws" {
  region = "eu-west-2"

  default_tags {
    tags = {
      Service     = "referral-desk"
      Owner       = "birchwood-platform"
      CostCenter  = "RD-31"
      Environment = "prod"
      DataClass   = "personal-confidential"
    }
  }
}
