# ruleid: provider-password-in-terraform
provider "proxmox" {
  pm_password = "example-only"
}

# ruleid: provider-password-in-terraform
provider "azurerm" {
  client_id = "00000000-0000-0000-0000-000000000000"
  client_secret = "example-only"
}

# ruleid: provider-password-in-terraform
provider "aws" {
  alias      = "backup"
  access_key = "AKIA0000000000000000"
  secret_key = "example-only"
}

# ruleid: provider-password-in-terraform
provider "vault" {
  token = "example-only"
}

# ruleid: provider-password-in-terraform
provider "cloudflare" {
  api_token = "example-only"
}

# ruleid: provider-password-in-terraform
provider "datadog" {
  api_key = "example-only"
}

# ok: provider-password-in-terraform
provider "aws" {
  alias      = "emulated"
  access_key = "mock_access_key"
  secret_key = "mock_secret_key"
}

data "aws_eks_cluster_auth" "wards" {
  name = "wards"
}

# ok: provider-password-in-terraform
provider "kubernetes" {
  token = data.aws_eks_cluster_auth.wards.token
}
