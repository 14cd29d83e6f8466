terraform {
  source = "../../modules/letters"
}
