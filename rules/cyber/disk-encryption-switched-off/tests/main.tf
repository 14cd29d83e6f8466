variable "encrypted" {
  type = bool
}

# ruleid: disk-encryption-switched-off
resource "aws_instance" "bad" {
  root_block_device {
    encrypted = false
  }
}

# ok: disk-encryption-switched-off
resource "aws_instance" "good" {
  root_block_device {
    encrypted = true
  }
}

# open: disk-encryption-switched-off
resource "aws_instance" "unknown" {
  root_block_device {
    encrypted = var.encrypted
  }
}

# The account's own default decides.
resource "aws_instance" "by_default" {
  root_block_device {
    volume_size = 20
  }
}

# The root disk is, the one for data is not.
# ruleid: disk-encryption-switched-off
resource "aws_instance" "data" {
  root_block_device {
    encrypted = true
  }

  ebs_block_device {
    device_name = "/dev/sdf"
    encrypted = false
  }
}

# ok: disk-encryption-switched-off
resource "aws_instance" "data_good" {
  ebs_block_device {
    device_name = "/dev/sdf"
    encrypted   = true
  }
}

# ruleid: disk-encryption-switched-off
resource "aws_launch_template" "workers" {
  block_device_mappings {
    device_name = "/dev/xvda"

    ebs {
      volume_size = 20
      encrypted = "false"
    }
  }
}

# ok: disk-encryption-switched-off
resource "aws_launch_template" "kept" {
  block_device_mappings {
    device_name = "/dev/xvda"

    ebs {
      encrypted  = "true"
      kms_key_id = "alias/workers"
    }
  }

  block_device_mappings {
    device_name = "/dev/xvdb"
  }
}

# ok: disk-encryption-switched-off
resource "aws_workspaces_workspace" "desk" {
  directory_id                   = "d-9067f783251"
  root_volume_encryption_enabled = true
}

# ruleid: disk-encryption-switched-off
resource "aws_workspaces_workspace" "plain_root" {
  directory_id = "d-9067f783251"
  root_volume_encryption_enabled = false
}

# ruleid: disk-encryption-switched-off
resource "aws_workspaces_workspace" "plain_user" {
  directory_id = "d-9067f783251"
  user_volume_encryption_enabled = false
}

# ok: disk-encryption-switched-off
resource "aws_workspaces_workspace" "user" {
  directory_id                   = "d-9067f783251"
  user_volume_encryption_enabled = true
}
