variable "product" {
  default = "letters"
}

locals {
  database = var.product

  connection = [
    {
      part  = "PASS"
      value = module.database.password
    },
    {
      part  = "HOST"
      value = module.database.fqdn
    },
    {
      part  = "PORT"
      value = "5432"
    },
    {
      part  = "DATABASE"
      value = local.database
    },
  ]

  slip = [
    {
      part  = "PORT"
      value = "5432"
    },
    {
      part  = "PASS"
      value = "b91d0f4e2c7a"
    },
  ]
}

module "database" {
  source = "git::https://example.org/database.git"
}

# The parts of a connection are kept side by side: the port and the database's name are no secrets.
# Whether the module makes the password up or has it written cannot be seen.
# open: secret-value-in-terraform
resource "azurerm_key_vault_secret" "connection" {
  for_each     = { for entry in local.connection : entry.part => entry }
  name         = "letters-POSTGRES-${each.value.part}"
  value        = each.value.value
  key_vault_id = "vault"
}

# ruleid: secret-value-in-terraform
resource "azurerm_key_vault_secret" "slip" {
  for_each     = { for entry in local.slip : entry.part => entry }
  name         = "letters-POSTGRES-${each.value.part}"
  value        = each.value.value
  key_vault_id = "vault"
}
