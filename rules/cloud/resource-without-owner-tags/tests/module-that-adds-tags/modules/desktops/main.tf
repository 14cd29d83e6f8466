variable "tags" {
  type        = map(string)
  description = "Tags of all that is made here."
  default     = {}
}

resource "azurerm_windows_virtual_machine" "desktop" {
  name = "desktop"
  size = "Standard_D2s_v5"
  tags = merge(
    var.tags,
    { DesktopPool = "letters" },
  )
}
