module "scans" {
  source = "./modules/store"
  closed = false
}

module "reports" {
  source = "./modules/store"
  closed = true
}
