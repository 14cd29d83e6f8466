sign_in = "auth.sandpit.signin.nhs.uk"
