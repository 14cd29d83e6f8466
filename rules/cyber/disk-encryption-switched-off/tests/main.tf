variable "encrypted" {
  type = bool
}

resource "aws_instance" "bad" {
  root_block_device {
    # ruleid: disk-encryption-switched-off
    encrypted = false
  }
}

resource "aws_instance" "good" {
  root_block_device {
    # ok: disk-encryption-switched-off
    encrypted = true
  }
}

resource "aws_instance" "unknown" {
  root_block_device {
    # open: disk-encryption-switched-off
    encrypted = var.encrypted
  }
}

# The account's own default decides.
resource "aws_instance" "by_default" {
  root_block_device {
    volume_size = 20
  }
}
