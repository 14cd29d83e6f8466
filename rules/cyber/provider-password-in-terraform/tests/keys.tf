provider "proxmox" {
  # ruleid: provider-password-in-terraform
  pm_password = "example-only"
}

provider "azurerm" {
  client_id = "00000000-0000-0000-0000-000000000000"
  # ruleid: provider-password-in-terraform
  client_secret = "example-only"
}

provider "aws" {
  alias      = "backup"
  access_key = "AKIA0000000000000000"
  # ruleid: provider-password-in-terraform
  secret_key = "example-only"
}

provider "vault" {
  # ruleid: provider-password-in-terraform
  token = "example-only"
}

provider "cloudflare" {
  # ruleid: provider-password-in-terraform
  api_token = "example-only"
}

provider "datadog" {
  # ruleid: provider-password-in-terraform
  api_key = "example-only"
}

provider "aws" {
  alias      = "emulated"
  access_key = "mock_access_key"
  # ok: provider-password-in-terraform
  secret_key = "mock_secret_key"
}

data "aws_eks_cluster_auth" "wards" {
  name = "wards"
}

provider "kubernetes" {
  # ok: provider-password-in-terraform
  token = data.aws_eks_cluster_auth.wards.token
}

provider "grafana" {
  # ok: provider-password-in-terraform
  token = "unused"
}
