# ok: provider-password-in-terraform
provider "postgresql" {
  host     = "localhost"
  password = "correct-horse"
}
