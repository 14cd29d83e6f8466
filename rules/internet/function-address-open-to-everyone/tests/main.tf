# review: function-address-open-to-everyone
resource "aws_lambda_function_url" "open" {
  function_name      = "records"
  authorization_type = "NONE"
}

# ok: function-address-open-to-everyone
resource "aws_lambda_function_url" "signed" {
  function_name      = "records"
  authorization_type = "AWS_IAM"
}

# open: function-address-open-to-everyone
resource "aws_lambda_function_url" "by_variable" {
  function_name      = "records"
  authorization_type = var.authorization
}

# review: function-address-open-to-everyone
resource "aws_lambda_permission" "everybody" {
  action        = "lambda:InvokeFunction"
  function_name = "records"
  principal     = "*"
}

# ok: function-address-open-to-everyone
resource "aws_lambda_permission" "signed_callers" {
  action                 = "lambda:InvokeFunctionUrl"
  function_name          = "records"
  principal              = "*"
  function_url_auth_type = "AWS_IAM"
}

# ok: function-address-open-to-everyone
resource "aws_lambda_permission" "one_organisation" {
  action           = "lambda:InvokeFunction"
  function_name    = "records"
  principal        = "*"
  principal_org_id = "o-1"
}

# ok: function-address-open-to-everyone
resource "aws_lambda_permission" "gateway" {
  action        = "lambda:InvokeFunction"
  function_name = "records"
  principal     = "apigateway.amazonaws.com"
  source_arn    = "arn:aws:execute-api:eu-west-2:111122223333:api/*"
}

# review: function-address-open-to-everyone
resource "google_cloud_run_v2_service_iam_member" "everybody" {
  name   = "records"
  role   = "roles/run.invoker"
  member = "allUsers"
}

# review: function-address-open-to-everyone
resource "google_cloudfunctions_function_iam_binding" "everybody" {
  cloud_function = "records"
  role           = "roles/cloudfunctions.invoker"
  members        = ["serviceAccount:web@ward.iam.gserviceaccount.com", "allAuthenticatedUsers"]
}

# ok: function-address-open-to-everyone
resource "google_cloud_run_service_iam_member" "web" {
  service = "records"
  role    = "roles/run.invoker"
  member  = "serviceAccount:web@ward.iam.gserviceaccount.com"
}

# ok: function-address-open-to-everyone
resource "google_cloud_run_service_iam_member" "developer" {
  service = "records"
  role    = "roles/run.developer"
  member  = "group:developers@ward.nhs.uk"
}

variable "authorization" {}

# review: function-address-open-to-everyone
resource "azurerm_api_management_api" "open" {
  name                  = "records"
  subscription_required = false
}

# ok: function-address-open-to-everyone
resource "azurerm_api_management_api" "with_key" {
  name = "records"
}

# open: function-address-open-to-everyone
resource "azurerm_api_management_api" "by_variable" {
  name                  = "records"
  subscription_required = var.key
}

variable "key" {
  type = bool
}
