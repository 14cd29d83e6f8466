provider "aws" {
  region = "eu-central-2"
}
