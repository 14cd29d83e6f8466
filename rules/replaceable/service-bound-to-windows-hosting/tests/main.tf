# review: service-bound-to-windows-hosting
resource "azurerm_windows_function_app" "bookings" {
  name = "bookings"
}

# ok: service-bound-to-windows-hosting
resource "azurerm_linux_web_app" "portal" {
  name = "portal"
}
