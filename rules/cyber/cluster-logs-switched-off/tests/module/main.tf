module "quiet" {
  source     = "./cluster"
  components = []
}

module "told" {
  source     = "./cluster"
  components = ["SYSTEM_COMPONENTS"]
}
