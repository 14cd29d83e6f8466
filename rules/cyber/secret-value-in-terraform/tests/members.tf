variable "sign_on" {
  type = map(string)
  default = {
    client_id      = ""
    client_secret  = ""
    callback_path  = "/auth/signed-in"
    auth_scheme    = "Cookies"
    token_endpoint = "https://login.letters.nhs.uk/oauth2/token/"
  }
}

variable "spine" {
  type = map(string)
  default = {
    spine_directory_fqdn = "https://directory.letters.nhs.uk"
    spine_service        = "letters of wards"
    spine_api_key        = ""
  }
}

# What is called after a secret is empty; the rest are places.
# ok: secret-value-in-terraform
resource "aws_secretsmanager_secret_version" "sign_on" {
  secret_id     = "sign-on"
  secret_string = jsonencode(var.sign_on)
}

# ok: secret-value-in-terraform
resource "aws_secretsmanager_secret_version" "spine" {
  secret_id     = "spine"
  secret_string = jsonencode(var.spine)
}

# ruleid: secret-value-in-terraform
resource "aws_secretsmanager_secret_version" "nested" {
  secret_id     = "nested"
  secret_string = jsonencode({ db = { password = "Winter-2019!" }, token = { endpoint = "https://login.letters.nhs.uk" } })
}

# ruleid: secret-value-in-terraform
resource "aws_secretsmanager_secret_version" "laid_out" {
  secret_id     = "laid-out"
  secret_string = <<EOT
{
  "port": 5432,
  "door_pin": "90417",
  "url": "https://letters.nhs.uk"
}
EOT
}

# ruleid: secret-value-in-terraform
resource "aws_secretsmanager_secret_version" "with_a_comma" {
  secret_id     = "with-a-comma"
  secret_string = jsonencode({ api_key = "b9,1d,0f4e2", api_key_name = "letters" })
}

# A name is no secret, however it is joined.
# ok: secret-value-in-terraform
resource "azurerm_key_vault_secret" "sql_user" {
  name         = "sqlusername"
  value        = "l3tters$sql"
  key_vault_id = "vault"
}
