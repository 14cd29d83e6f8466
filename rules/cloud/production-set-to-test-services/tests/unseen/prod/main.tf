resource "aws_sqs_queue" "letters" {
  name = "letters"
}

resource "aws_lambda_function" "letters" {
  function_name = "letters"

  environment {
    variables = {
      QUEUE_URL  = aws_sqs_queue.letters.url
      # Text for the reader, and no address of a service.
      GUIDE_BASE = "https://guide.example/about-int.api.service.nhs.uk"
      STAGE      = "int.api.service.nhs.uk"
    }
  }
}

resource "aws_elastic_beanstalk_environment" "letters" {
  name = "letters"

  setting {
    namespace = "aws:elasticbeanstalk:application:environment"
    name      = "NOTIFY_URL"
    value     = "https://api.service.nhs.uk/comms"
  }
}
