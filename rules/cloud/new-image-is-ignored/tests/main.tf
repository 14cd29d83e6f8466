# review: new-image-is-ignored
resource "aws_instance" "app" {
  ami = "ami-0abc"
  lifecycle {
    ignore_changes = [tags, ami]
  }
}

# review: new-image-is-ignored
resource "azurerm_linux_virtual_machine" "app" {
  name = "app"
  lifecycle {
    ignore_changes = [source_image_reference[0].version]
  }
}

# review: new-image-is-ignored
resource "google_compute_instance" "app" {
  name = "app"
  lifecycle {
    ignore_changes = all
  }
}

# review: new-image-is-ignored
resource "aws_launch_template" "app" {
  lifecycle {
    ignore_changes = [image_id]
  }
}

# ok: new-image-is-ignored
resource "aws_instance" "tags" {
  ami = "ami-0abc"
  lifecycle {
    ignore_changes = [tags, user_data]
  }
}

# ok: new-image-is-ignored
resource "azurerm_windows_virtual_machine" "tags" {
  name = "tags"
  lifecycle {
    ignore_changes = [tags]
  }
}

# ok: new-image-is-ignored
resource "google_compute_instance" "labels" {
  name = "labels"
  lifecycle {
    ignore_changes = [labels]
  }
}

# Nothing is ignored: nothing is said.
resource "aws_instance" "plain" {
  ami = "ami-0abc"
  lifecycle {
    create_before_destroy = true
  }
}
