resource "aws_s3_bucket" "letters" {
  bucket = "letters"
}
