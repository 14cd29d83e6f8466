terraform {
  backend "s3" {
    key          = "records.tfstate"
    encrypt      = true
    use_lockfile = true
  }
}
