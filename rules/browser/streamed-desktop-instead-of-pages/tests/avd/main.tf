resource "azurerm_virtual_desktop_host_pool" "a" {
  name = "practice"
}
resource "aws_s3_bucket" "a" {
  bucket = "pages"
}
