module "letters" {
  source         = "./table"
  replica_region = "us-west-2"
}
