resource "aws_organizations_account" "wards" {
  name  = "wards"
  email = "wards@example.nhs.uk"
}

resource "aws_s3_bucket" "records" {
  bucket = "records"
}
