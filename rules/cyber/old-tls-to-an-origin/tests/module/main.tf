module "letters" {
  source    = "./edge"
  protocols = ["TLSv1.1", "TLSv1.2"]
}
