resource "aws_amplify_app" "portal" {
  name = "portal"
  environment_variables = {
    DATABASE_URL = "postgresql://records.example/records"
  }
}
