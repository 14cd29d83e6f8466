terraform {
  cloud {
    organization = "trust"
    workspaces {
      name = "records"
    }
  }
}
