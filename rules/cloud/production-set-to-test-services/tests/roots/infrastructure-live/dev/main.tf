module "letters" {
  source     = "../../modules/letters"
  notify_url = "https://sandbox.api.service.nhs.uk/comms"
}
