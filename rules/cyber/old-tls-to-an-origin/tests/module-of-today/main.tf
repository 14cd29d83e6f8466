module "letters" {
  source    = "./edge"
  protocols = ["TLSv1.2"]
}
