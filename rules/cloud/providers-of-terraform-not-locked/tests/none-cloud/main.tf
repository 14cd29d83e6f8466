terraform {
  cloud {
    organization = "wards"
  }
}
