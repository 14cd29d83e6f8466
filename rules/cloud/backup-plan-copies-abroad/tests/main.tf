# ruleid: backup-plan-copies-abroad
resource "aws_backup_plan" "nightly" {
  name = "nightly"
  rule {
    rule_name         = "hourly"
    target_vault_name = "records"
  }
  rule {
    rule_name         = "daily"
    target_vault_name = "records"
    schedule          = "cron(0 2 * * ? *)"
    copy_action {
      destination_vault_arn = "arn:aws:backup:eu-west-1:444455556666:backup-vault:records"
    }
    copy_action {
      destination_vault_arn = "arn:aws:backup:us-east-1:111122223333:backup-vault:records"
    }
  }
}

# The vault stands in another account of the same region.
# ok: backup-plan-copies-abroad
resource "aws_backup_plan" "apart" {
  name = "apart"
  rule {
    rule_name         = "hourly"
    target_vault_name = "records"
  }
  rule {
    rule_name         = "daily"
    target_vault_name = "records"
    copy_action {
      destination_vault_arn = "arn:aws:backup:eu-west-2:444455556666:backup-vault:records"
    }
  }
}

# No copy: nothing is said.
resource "aws_backup_plan" "plain" {
  name = "plain"
  rule {
    rule_name         = "daily"
    target_vault_name = "records"
  }
}

variable "destination_vault_arn" {
  type = string
}

# open: backup-plan-copies-abroad
resource "aws_backup_plan" "elsewhere" {
  name = "elsewhere"
  rule {
    rule_name         = "daily"
    target_vault_name = "records"
    copy_action {
      destination_vault_arn = var.destination_vault_arn
    }
  }
}

# ruleid: backup-plan-copies-abroad
resource "aws_dlm_lifecycle_policy" "disks" {
  description        = "disks"
  execution_role_arn = "arn:aws:iam::111122223333:role/dlm"
  policy_details {
    resource_types = ["VOLUME"]
    schedule {
      name = "weekly"
    }
    schedule {
      name = "daily"
      cross_region_copy_rule {
        target    = "eu-west-1"
        encrypted = true
      }
      cross_region_copy_rule {
        target    = "ap-southeast-1"
        encrypted = true
      }
    }
  }
}

# ok: backup-plan-copies-abroad
resource "aws_dlm_lifecycle_policy" "near" {
  description        = "near"
  execution_role_arn = "arn:aws:iam::111122223333:role/dlm"
  policy_details {
    resource_types = ["VOLUME"]
    schedule {
      name = "weekly"
    }
    schedule {
      name = "daily"
      cross_region_copy_rule {
        target    = "eu-west-1"
        encrypted = true
      }
    }
  }
}

resource "aws_dlm_lifecycle_policy" "at_home" {
  description        = "at home"
  execution_role_arn = "arn:aws:iam::111122223333:role/dlm"
  policy_details {
    resource_types = ["VOLUME"]
    schedule {
      name = "daily"
    }
  }
}

variable "vault_of_copies" {
  type    = string
  default = ""
}

# Whoever calls it says where the vault is.
# open: backup-plan-copies-abroad
resource "aws_backup_plan" "nowhere_yet" {
  name = "nowhere-yet"
  rule {
    rule_name         = "daily"
    target_vault_name = "records"
    copy_action {
      destination_vault_arn = var.vault_of_copies
    }
  }
}
