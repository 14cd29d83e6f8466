variable "state" {}

# ruleid: person-signs-in-without-second-factor
resource "aws_iam_user_login_profile" "someone" {
  user = "someone"
}

# ruleid: person-signs-in-without-second-factor
resource "azuread_conditional_access_policy" "reports" {
  display_name = "second factor"
  state        = "enabledForReportingButNotEnforced"
  grant_controls {
    operator          = "OR"
    built_in_controls = ["mfa"]
  }
}

# ruleid: person-signs-in-without-second-factor
resource "azuread_conditional_access_policy" "off" {
  display_name = "second factor"
  state        = "disabled"
  grant_controls {
    operator                          = "OR"
    authentication_strength_policy_id = "id"
  }
}

# ok: person-signs-in-without-second-factor
resource "azuread_conditional_access_policy" "on" {
  display_name = "second factor"
  state        = "enabled"
  grant_controls {
    operator          = "OR"
    built_in_controls = ["mfa"]
  }
}

# ok: person-signs-in-without-second-factor
resource "azuread_conditional_access_policy" "devices" {
  display_name = "own devices"
  state        = "disabled"
  grant_controls {
    operator          = "OR"
    built_in_controls = ["compliantDevice"]
  }
}

# open: person-signs-in-without-second-factor
resource "azuread_conditional_access_policy" "unknown" {
  display_name = "second factor"
  state        = var.state
  grant_controls {
    operator          = "OR"
    built_in_controls = ["mfa"]
  }
}
