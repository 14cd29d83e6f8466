# ruleid: person-signs-in-without-second-factor
resource "azuread_conditional_access_policy" "reported" {
  display_name = "Second factor"
  state        = "enabledForReportingButNotEnforced"
  grant_controls {
    operator          = "OR"
    built_in_controls = ["mfa"]
  }
}

# ruleid: person-signs-in-without-second-factor
resource "azuread_conditional_access_policy" "strong_but_off" {
  display_name = "Keys"
  state        = "disabled"
  grant_controls {
    operator                          = "OR"
    authentication_strength_policy_id = "/policies/authenticationStrengthPolicies/00000000-0000-0000-0000-000000000004"
  }
}

# ok: person-signs-in-without-second-factor
resource "azuread_conditional_access_policy" "enforced" {
  display_name = "Second factor"
  state        = "enabled"
  grant_controls {
    operator          = "OR"
    built_in_controls = ["mfa"]
  }
}

# Asks for something else.
# ok: person-signs-in-without-second-factor
resource "azuread_conditional_access_policy" "legacy" {
  display_name = "Block legacy authentication"
  state        = "disabled"
  grant_controls {
    operator          = "OR"
    built_in_controls = ["block"]
  }
}
