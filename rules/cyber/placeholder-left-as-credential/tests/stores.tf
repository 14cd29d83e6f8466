variable "CSRF_KEY" {
  default = "value"
}

# review: placeholder-left-as-credential
resource "aws_ssm_parameter" "csrf_key" {
  name  = "/portal/csrf_key"
  type  = "SecureString"
  value = var.CSRF_KEY
}

# review: placeholder-left-as-credential
resource "aws_ssm_parameter" "letters" {
  name  = "/portal/letters"
  type  = "SecureString"
  value = "changeme"
}

# review: placeholder-left-as-credential
resource "aws_ssm_parameter" "session" {
  name      = "/portal/session"
  type      = "SecureString"
  value     = "to-be-replaced"
  overwrite = true

  lifecycle {
    ignore_changes = [tags]
  }
}

# ok: placeholder-left-as-credential
resource "aws_ssm_parameter" "left_alone" {
  name  = "/portal/jwt_key"
  type  = "SecureString"
  value = "changeme"

  lifecycle {
    ignore_changes = [value]
  }
}

variable "sms_key" {
  sensitive = true
}

# ok: placeholder-left-as-credential
resource "aws_ssm_parameter" "sms_key" {
  name  = "/portal/sms_key"
  type  = "SecureString"
  value = var.sms_key
}

# ok: placeholder-left-as-credential
resource "aws_ssm_parameter" "theme" {
  name  = "/portal/theme"
  type  = "String"
  value = "default"
}
