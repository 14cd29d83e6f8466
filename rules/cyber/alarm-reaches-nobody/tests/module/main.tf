module "alarm" {
  source = "./alarm"
  topics = []
}
