module "api" {
  source = "./group"
  rules = {
    database = { port = 5432, ranges = ["10.2.0.0/16"] }
    outside  = { port = 443, ranges = ["0.0.0.0/0"] }
  }
}
