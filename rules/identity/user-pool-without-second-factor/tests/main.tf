# review: user-pool-without-second-factor
resource "aws_cognito_user_pool" "staff" {
  name              = "staff"
  mfa_configuration = "OPTIONAL"
}

resource "aws_cognito_user_pool_client" "staff" {
  name                         = "web"
  user_pool_id                 = aws_cognito_user_pool.staff.id
  allowed_oauth_flows          = ["code"]
  supported_identity_providers = ["COGNITO", "CIS2"]
}

# review: user-pool-without-second-factor
resource "aws_cognito_user_pool" "patients" {
  name = "patients"
}

# ok: user-pool-without-second-factor
resource "aws_cognito_user_pool" "clinicians" {
  name              = "clinicians"
  mfa_configuration = "ON"
}

# A pool that passes people on to the provider that checks them.
# ok: user-pool-without-second-factor
resource "aws_cognito_user_pool" "federated" {
  name = "federated"
}

resource "aws_cognito_user_pool_client" "federated" {
  name                         = "web"
  user_pool_id                 = aws_cognito_user_pool.federated.id
  allowed_oauth_flows          = ["code"]
  supported_identity_providers = ["CIS2"]
}

# A pool of programs.
# ok: user-pool-without-second-factor
resource "aws_cognito_user_pool" "machines" {
  name = "machines"
}

resource "aws_cognito_user_pool_client" "machine" {
  name                = "feed"
  user_pool_id        = aws_cognito_user_pool.machines.id
  allowed_oauth_flows = ["client_credentials"]
}

variable "second_factor" {
  type = string
}

# open: user-pool-without-second-factor
resource "aws_cognito_user_pool" "configured" {
  name              = "configured"
  mfa_configuration = var.second_factor
}

# review: user-pool-without-second-factor
resource "google_identity_platform_config" "optional" {
  sign_in {
    email {
      enabled = true
    }
  }
  mfa {
    state = "ENABLED"
  }
}

# ok: user-pool-without-second-factor
resource "google_identity_platform_config" "demanded" {
  sign_in {
    email {
      enabled = true
    }
  }
  mfa {
    state = "MANDATORY"
  }
}

# ok: user-pool-without-second-factor
resource "google_identity_platform_config" "federated" {
  sign_in {
    email {
      enabled = false
    }
  }
}

# review: user-pool-without-second-factor
resource "auth0_guardian" "never" {
  policy = "never"
}

# ok: user-pool-without-second-factor
resource "auth0_guardian" "always" {
  policy = "all-applications"
}

# A pool of developers, whose browser comes back to their own computer.
# ok: user-pool-without-second-factor
resource "aws_cognito_user_pool" "developers" {
  name = "developers"
}

resource "aws_cognito_user_pool_client" "developers" {
  name                = "web"
  user_pool_id        = aws_cognito_user_pool.developers.id
  allowed_oauth_flows = ["code"]
  callback_urls       = ["http://localhost:8080/signed-in"]
}

# review: user-pool-without-second-factor
resource "aws_cognito_user_pool" "wards" {
  name = "wards"
}

resource "aws_cognito_user_pool_client" "wards" {
  name                = "web"
  user_pool_id        = aws_cognito_user_pool.wards.id
  allowed_oauth_flows = ["code"]
  callback_urls       = ["http://localhost:8080/signed-in", "https://wards.example.nhs.uk/signed-in"]
}
