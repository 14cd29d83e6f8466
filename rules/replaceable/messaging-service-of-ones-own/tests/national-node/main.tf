resource "aws_sns_sms_preferences" "texts" {
  default_sms_type = "Transactional"
}
