variable "cors" {
  type    = list(object({ origins = list(string), methods = optional(list(string), ["GET"]), age = optional(number) }))
  default = [{ origins = ["https://a.nhs.uk"] }, { origins = ["https://b.nhs.uk"], methods = ["PUT", "GET"], age = 300 }]
}

variable "inline" {
  type    = bool
  default = false
}

variable "retention" {
  default = { audit = { days = 2555, tiers = { GLACIER = 90, STANDARD_IA = 30 } }, tmp = { days = 1, tiers = {} } }
}

resource "aws_s3_bucket_cors_configuration" "this" {
  bucket = "portal"
  dynamic "cors_rule" {
    for_each = var.cors
    content {
      id              = "rule-${cors_rule.key}"
      allowed_origins = cors_rule.value.origins
      allowed_methods = cors_rule.value.methods
      max_age_seconds = cors_rule.value["age"]
    }
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "this" {
  bucket = "portal"
  rule {
    id     = "written"
    status = "Enabled"
    filter {}
    abort_incomplete_multipart_upload {
      days_after_initiation = 3
    }
  }
  dynamic "rule" {
    for_each = var.retention
    iterator = kind
    content {
      id     = kind.key
      status = "Enabled"
      filter {
        prefix = kind.key
      }
      expiration {
        days = kind.value.days
      }
      dynamic "transition" {
        for_each = kind.value.tiers
        iterator = tier
        content {
          days          = tier.value
          storage_class = tier.key
        }
      }
    }
  }
}

resource "aws_security_group" "web" {
  name   = "web"
  vpc_id = "vpc-0a1b2c3d"
  dynamic "ingress" {
    for_each = toset(["443", "80"])
    content {
      description = "port ${ingress.value}"
      protocol    = "tcp"
      from_port   = ingress.value
      to_port     = ingress.key
      cidr_blocks = ingress.value == "443" ? ["0.0.0.0/0"] : ["10.0.0.0/8"]
    }
  }
  egress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_instance" "app" {
  ami           = "ami-00112233445566778"
  instance_type = "t3.micro"
  dynamic "metadata_options" {
    for_each = var.inline ? [] : [1]
    content {
      http_tokens   = "required"
      http_endpoint = "enabled"
    }
  }
  dynamic "ebs_block_device" {
    for_each = [for letter in ["f", "g"] : { device = "/dev/sd${letter}", size = 10 }]
    content {
      device_name = ebs_block_device.value.device
      volume_size = ebs_block_device.value.size
      encrypted   = true
    }
  }
  dynamic "root_block_device" {
    for_each = {}
    content {
      encrypted = false
    }
  }
  dynamic "credit_specification" {
    for_each = var.inline[*] == [true] ? ["x"] : []
    content {
      cpu_credits = "unlimited"
    }
  }
}

resource "aws_lb_listener" "https" {
  load_balancer_arn = "arn:aws:elasticloadbalancing:eu-west-2:111122223333:loadbalancer/app/portal/50dc6c495c0c9188"
  port              = "443"
  protocol          = "HTTPS"
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-2021-06"
  certificate_arn   = "arn:aws:acm:eu-west-2:111122223333:certificate/00000000-0000-0000-0000-000000000000"
  default_action {
    type = "forward"
    forward {
      dynamic "target_group" {
        for_each = { blue = 90, green = 10 }
        content {
          arn    = "arn:aws:elasticloadbalancing:eu-west-2:111122223333:targetgroup/${target_group.key}/6d0ecf831eec9f09"
          weight = target_group.value
        }
      }
    }
  }
}
