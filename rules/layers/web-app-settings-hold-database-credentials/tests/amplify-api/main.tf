resource "aws_amplify_app" "portal" {
  name = "portal"
  environment_variables = {
    API_URL = "https://api.example"
  }
}
