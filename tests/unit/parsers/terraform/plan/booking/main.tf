variable "pin" {
  type      = string
  sensitive = true
  default   = "four-two-four-two"
}

locals {
  slots = { "morning" = 4, "after \"noon\"" = 2 }
}

resource "terraform_data" "register" {
  count = 2
  input = { name = "register-${count.index}", pin = var.pin, notes = null, rooms = [] }
}

module "slot" {
  source   = "./modules/slot"
  for_each = local.slots
  length   = each.value
  register = terraform_data.register[0].id
}

output "pin" {
  value     = var.pin
  sensitive = true
}

output "slots" {
  value = { for key, slot in module.slot : key => slot.policy }
}
