variable "node_version" {
  type = string
}

resource "azurerm_windows_function_app" "bookings" {
  name = "bookings"
  site_config {
    application_stack {
      # ruleid: app-service-runtime-past-support
      dotnet_version = "v6.0"
    }
  }
}

resource "azurerm_linux_web_app" "portal" {
  name = "portal"
  site_config {
    application_stack {
      # ok: app-service-runtime-past-support
      node_version = "24-lts"
    }
  }
}

resource "azurerm_linux_web_app" "chosen" {
  name = "chosen"
  site_config {
    application_stack {
      # open: app-service-runtime-past-support
      node_version = var.node_version
    }
  }
}

# .NET Framework of the platform: no version of its own to judge.
# ok: app-service-runtime-past-support
resource "azurerm_windows_web_app" "legacy" {
  name = "legacy"
  site_config {
    application_stack {
      current_stack  = "dotnet"
      dotnet_version = "v4.0"
    }
  }
}

resource "azurerm_linux_function_app" "letters" {
  name = "letters"
  site_config {
    application_stack {
      # ruleid: app-service-runtime-past-support
      python_version = "3.8"
    }
  }
}

resource "azurerm_linux_web_app_slot" "next" {
  name = "next"
  site_config {
    application_stack {
      # ruleid: app-service-runtime-past-support
      php_version = "7.4"
    }
  }
}

# ok: app-service-runtime-past-support
resource "azurerm_linux_web_app" "two" {
  name = "two"
  site_config {
    application_stack {
      node_version = "24-lts"
      java_version = "preview"
    }
  }
}

# a container brings its own runtime
# ok: app-service-runtime-past-support
resource "azurerm_linux_web_app" "container" {
  name = "container"
  site_config {
    application_stack {
      docker_image_name = "wards/portal:1.4.0"
    }
  }
}

# ok: app-service-runtime-past-support
resource "azurerm_windows_web_app" "api" {
  name = "api"
  site_config {
    application_stack {
      current_stack  = "dotnet"
      dotnet_version = "v10.0"
    }
  }
}
