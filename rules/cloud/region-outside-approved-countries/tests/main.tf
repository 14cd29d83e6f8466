# ok: region-outside-approved-countries
provider "aws" {
  region = "eu-west-2"
}

# CloudFront takes certificates and firewalls from this region only.
# ok: region-outside-approved-countries
provider "aws" {
  alias  = "us_east_1"
  region = "us-east-1"
}

resource "aws_acm_certificate" "edge" {
  provider          = aws.us_east_1
  domain_name       = "records.example.nhs.uk"
  validation_method = "DNS"
}

resource "aws_wafv2_web_acl" "edge" {
  provider = aws.us_east_1
  name     = "edge"
  scope    = "CLOUDFRONT"
}

provider "aws" {
  alias = "oregon"
  # ruleid: region-outside-approved-countries
  region = "us-west-2"
}

resource "aws_sns_topic" "results" {
  provider = aws.oregon
  name     = "results"
}

provider "aws" {
  alias = "ohio"
  # ruleid: region-outside-approved-countries
  region = "us-east-2"
}

module "letters" {
  source    = "./letters"
  providers = { aws = aws.ohio }
}

# Nothing names it.
provider "aws" {
  alias = "california"
  # ok: region-outside-approved-countries
  region = "us-west-1"
}

provider "awscc" {
  # open: region-outside-approved-countries
  region = var.region
}

variable "region" {}

# ok: region-outside-approved-countries
provider "google" {
  project = "records"
  region  = "europe-west2"
}

resource "google_sql_database_instance" "copy" {
  database_version = "POSTGRES_16"
  # ruleid: region-outside-approved-countries
  region = "us-central1"
}

# No region of its own: its provider is judged.
resource "aws_db_instance" "records" {
  engine = "postgres"
}

provider "google" {
  alias = "belgium"
  # ok: region-outside-approved-countries
  region = "europe-west1"
}

provider "google-beta" {
  # ok: region-outside-approved-countries
  region = "northamerica-northeast1"
}

provider "aws" {
  alias = "zurich"
  # ok: region-outside-approved-countries
  region = "eu-central-2"
}

resource "google_redis_instance" "nobody_has_chosen" {
  name = "cache"
  # open: region-outside-approved-countries
  region = ""
}

# No region has this name.
provider "google" {
  alias = "mirror"
  # open: region-outside-approved-countries
  region = "eu-west2"
}

resource "google_storage_bucket" "mirror" {
  provider = google.mirror
  name     = "mirror"
  location = "EU"
}

provider "aws" {
  alias = "typed"
  # open: region-outside-approved-countries
  region = "us-west2"
}

resource "aws_sns_topic" "typed" {
  provider = aws.typed
  name     = "typed"
}
