resource "aws_elastic_beanstalk_environment" "letters" {
  name = "letters"

  setting {
    namespace = "aws:elasticbeanstalk:application:environment"
    name      = "PDS_HOST"
    value     = "int.api.service.nhs.uk"
  }
}
