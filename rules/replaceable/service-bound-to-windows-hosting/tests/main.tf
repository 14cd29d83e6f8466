# review: service-bound-to-windows-hosting
resource "azurerm_windows_function_app" "bookings" {
  name = "bookings"
}

# ok: service-bound-to-windows-hosting
resource "azurerm_linux_web_app" "portal" {
  name = "portal"
}

variable "system" {}

# review: service-bound-to-windows-hosting
resource "azurerm_service_plan" "windows" {
  name    = "windows"
  os_type = "Windows"
}

# ok: service-bound-to-windows-hosting
resource "azurerm_service_plan" "linux" {
  name    = "linux"
  os_type = "Linux"
}

# open: service-bound-to-windows-hosting
resource "azurerm_service_plan" "chosen" {
  name    = "chosen"
  os_type = var.system
}

# review: service-bound-to-windows-hosting
resource "aws_ecs_task_definition" "letters" {
  family = "letters"
  runtime_platform {
    operating_system_family = "WINDOWS_SERVER_2022_CORE"
  }
}

# ok: service-bound-to-windows-hosting
resource "aws_ecs_task_definition" "search" {
  family = "search"
}

# review: service-bound-to-windows-hosting
resource "aws_elastic_beanstalk_environment" "booking" {
  name                = "booking"
  application         = "booking"
  solution_stack_name = "64bit Windows Server 2022 v2.15.0 running IIS 10.0"
}

# ok: service-bound-to-windows-hosting
resource "aws_elastic_beanstalk_environment" "portal" {
  name                = "portal"
  application         = "portal"
  solution_stack_name = "64bit Amazon Linux 2023 v4.3.0 running Python 3.13"
}
