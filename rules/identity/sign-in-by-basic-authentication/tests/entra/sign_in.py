AUTHORITY = "https://login.microsoftonline.com/organizations/v2.0"
