module "letters" {
  source     = "../../modules/letters"
  notify_url = "https://api.service.nhs.uk/comms"
}
