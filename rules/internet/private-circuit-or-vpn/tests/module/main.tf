module "circuit" {
  source = "./circuit"
}
