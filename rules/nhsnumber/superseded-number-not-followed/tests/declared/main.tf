resource "aws_lambda_function" "trace" {
  function_name = "trace"
  environment {
    variables = {
      PDS_URL = "https://api.service.nhs.uk/personal-demographics/FHIR/R4"
    }
  }
}
