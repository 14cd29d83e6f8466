# ok: hypervisor-instead-of-public-cloud
resource "aws_lambda_function" "search" {
  function_name = "search"
  role          = aws_iam_role.search.arn
  memory_size   = var.memory
}

variable "memory" {}

resource "aws_iam_role" "search" {
  name               = "search"
  assume_role_policy = "{}"
}

# ok: hypervisor-instead-of-public-cloud
resource "azurerm_linux_web_app" "web" {
  name                = "web"
  location            = "uksouth"
  resource_group_name = "web"
  service_plan_id     = "plan"
  site_config {}
}

# ok: hypervisor-instead-of-public-cloud
resource "google_sql_database_instance" "records" {
  database_version = "POSTGRES_16"
  region           = "europe-west2"
}

# Networks and names are no machines either way.
resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}
