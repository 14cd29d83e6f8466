data "terraform_remote_state" "data" {
  backend = "azurerm"
  config  = { storage_account_name = "truststate", container_name = "state-prod", key = "data.tfstate" }
}
