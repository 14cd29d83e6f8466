module "web" {
  source = "./certificate"
  name   = "records.ward.nhs.uk"
}

module "letters" {
  source = "./certificate"
  name   = "letters.ward.nhs.uk"
  method = "EMAIL"
}
