module "records_test" {
  source = "./records"
}
