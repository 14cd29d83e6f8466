# ok: provider-password-in-terraform
provider "postgresql" {
  host     = "db.example.nhs.uk"
  password = random_password.db.result
}

resource "random_password" "db" {
  length = 32
}
