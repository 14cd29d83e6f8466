variable "validate" {}

variable "regions" {
  default = false
}

# ruleid: cloud-trail-with-gaps
resource "aws_cloudtrail" "as_it_comes" {
  name           = "account"
  s3_bucket_name = "trail"
}

# ruleid: cloud-trail-with-gaps
resource "aws_cloudtrail" "without_digests" {
  name                  = "account"
  s3_bucket_name        = "trail"
  is_multi_region_trail = true
}

# ruleid: cloud-trail-with-gaps
resource "aws_cloudtrail" "one_region" {
  name                       = "account"
  s3_bucket_name             = "trail"
  is_multi_region_trail      = var.regions
  enable_log_file_validation = true
}

# ruleid: cloud-trail-with-gaps
resource "aws_cloudtrail" "off" {
  name                       = "account"
  s3_bucket_name             = "trail"
  enable_logging             = false
  is_multi_region_trail      = true
  enable_log_file_validation = true
}

# ruleid: cloud-trail-with-gaps
resource "aws_cloudtrail" "without_iam" {
  name                          = "account"
  s3_bucket_name                = "trail"
  is_multi_region_trail         = true
  include_global_service_events = false
  enable_log_file_validation    = true
}

# ok: cloud-trail-with-gaps
resource "aws_cloudtrail" "whole" {
  name                       = "account"
  s3_bucket_name             = "trail"
  is_multi_region_trail      = true
  is_organization_trail      = true
  enable_log_file_validation = true
  event_selector {
    read_write_type = "All"
  }
}

# ok: cloud-trail-with-gaps
resource "aws_cloudtrail" "letters" {
  name                       = "letters"
  s3_bucket_name             = "trail"
  enable_log_file_validation = true
  event_selector {
    include_management_events = false
    data_resource {
      type   = "AWS::S3::Object"
      values = ["arn:aws:s3:::letters/"]
    }
  }
}

# ruleid: cloud-trail-with-gaps
resource "aws_cloudtrail" "own_region_with_selector" {
  name                       = "letters"
  s3_bucket_name             = "trail"
  enable_log_file_validation = true
  event_selector {
    read_write_type = "WriteOnly"
  }
}

# open: cloud-trail-with-gaps
resource "aws_cloudtrail" "unknown" {
  name                       = "account"
  s3_bucket_name             = "trail"
  is_multi_region_trail      = true
  enable_log_file_validation = var.validate
}

module "trail" {
  source = "./trail"
  name   = "wards"
}

# ok: cloud-trail-with-gaps
resource "aws_cloudtrail" "data_only" {
  name                       = "letters"
  s3_bucket_name             = "trail"
  enable_log_file_validation = true
  advanced_event_selector {
    field_selector {
      field  = "eventCategory"
      equals = ["Data"]
    }
    field_selector {
      field  = "resources.type"
      equals = ["AWS::S3::Object"]
    }
  }
  advanced_event_selector {
    field_selector {
      field  = "eventCategory"
      equals = ["NetworkActivity"]
    }
    field_selector {
      field  = "resources.type"
      equals = ["AWS::S3::Object"]
    }
  }
}

# ruleid: cloud-trail-with-gaps
resource "aws_cloudtrail" "management_of_one_region" {
  name                       = "letters"
  s3_bucket_name             = "trail"
  enable_log_file_validation = true
  advanced_event_selector {
    field_selector {
      field  = "eventCategory"
      equals = ["Data"]
    }
    field_selector {
      field  = "resources.type"
      equals = ["AWS::S3::Object"]
    }
  }
  advanced_event_selector {
    field_selector {
      field  = "eventCategory"
      equals = ["Data", "Management"]
    }
    field_selector {
      field  = "resources.type"
      equals = ["AWS::S3::Object"]
    }
  }
}
