# review: elastic-beanstalk-takes-plain-http
resource "aws_elastic_beanstalk_environment" "tls_beside" {
  name = "tls_beside"

  setting {
    namespace = "aws:elasticbeanstalk:environment"
    name      = "EnvironmentType"
    value     = "LoadBalanced"
  }

  setting {
    namespace = "aws:elb:listener:443"
    name      = "ListenerProtocol"
    value     = "HTTPS"
  }
}

# review: elastic-beanstalk-takes-plain-http
resource "aws_elastic_beanstalk_environment" "modern" {
  name = "modern"

  setting {
    namespace = "aws:elbv2:listener:443"
    name      = "Protocol"
    value     = "HTTPS"
  }
}

# review: elastic-beanstalk-takes-plain-http
resource "aws_elastic_beanstalk_environment" "single" {
  name = "single"

  setting {
    namespace = "aws:elasticbeanstalk:environment"
    name      = "EnvironmentType"
    value     = "SingleInstance"
  }
}

# ok: elastic-beanstalk-takes-plain-http
resource "aws_elastic_beanstalk_environment" "classic_off" {
  name = "classic_off"

  setting {
    namespace = "aws:elb:listener:443"
    name      = "ListenerProtocol"
    value     = "HTTPS"
  }

  setting {
    namespace = "aws:elb:listener"
    name      = "ListenerEnabled"
    value     = "false"
  }
}

# ok: elastic-beanstalk-takes-plain-http
resource "aws_elastic_beanstalk_environment" "modern_off" {
  name = "modern_off"

  setting {
    namespace = "aws:elbv2:listener:443"
    name      = "Protocol"
    value     = "HTTPS"
  }

  setting {
    namespace = "aws:elbv2:listener:default"
    name      = "ListenerEnabled"
    value     = false
  }
}

# ok: elastic-beanstalk-takes-plain-http
resource "aws_elastic_beanstalk_environment" "redirects" {
  name = "redirects"

  setting {
    namespace = "aws:elbv2:listener:80"
    name      = "Rules"
    value     = "redirect-to-https"
  }
}

# Not on the internet.
resource "aws_elastic_beanstalk_environment" "inside" {
  name = "inside"

  setting {
    namespace = "aws:ec2:vpc"
    name      = "ELBScheme"
    value     = "internal"
  }
}

# Takes work from a queue.
resource "aws_elastic_beanstalk_environment" "worker" {
  name = "worker"
  tier = "Worker"

  setting {
    namespace = "aws:autoscaling:asg"
    name      = "MaxSize"
    value     = "2"
  }
}

# open: elastic-beanstalk-takes-plain-http
resource "aws_elastic_beanstalk_environment" "unknown" {
  name = "unknown"

  setting {
    namespace = "aws:elbv2:listener:default"
    name      = "ListenerEnabled"
    value     = var.plain
  }
}

variable "plain" {
  type = string
}

# What is switched off and what redirects is beside it.
# review: elastic-beanstalk-takes-plain-http
resource "aws_elastic_beanstalk_environment" "other_listener_off" {
  name = "other_listener_off"

  setting {
    namespace = "aws:elbv2:listener:8443"
    name      = "ListenerEnabled"
    value     = "false"
  }

  setting {
    namespace = "aws:elbv2:listener:443"
    name      = "Rules"
    value     = "redirect-old-pages"
  }

  setting {
    namespace = "aws:elbv2:listener:default"
    name      = "DefaultProcess"
    value     = "default"
  }
}

# ok: elastic-beanstalk-takes-plain-http
resource "aws_elastic_beanstalk_environment" "redirects_one" {
  name = "redirects_one"

  setting {
    namespace = "aws:elbv2:listener:443"
    name      = "Protocol"
    value     = "HTTPS"
  }

  setting {
    namespace = "aws:elbv2:listener:default"
    name      = "DefaultProcess"
    value     = "https-redirect"
  }
}

# The group of the balancer may close the port.
# ok: elastic-beanstalk-takes-plain-http
resource "aws_elastic_beanstalk_environment" "group_of_its_own" {
  name = "group_of_its_own"

  setting {
    namespace = "aws:elbv2:loadbalancer"
    name      = "SecurityGroups"
    value     = aws_security_group.balancer.id
  }
}

resource "aws_security_group" "balancer" {
  name = "balancer"
  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}
