resource "aws_instance" "app" {
  ami           = "ami-0abc"
  instance_type = "t3.medium"

  # ruleid: server-changed-in-place
  provisioner "remote-exec" {
    inline = ["sudo systemctl restart app"]
  }

  connection {
    type = "ssh"
    user = "ubuntu"
  }
}

resource "null_resource" "deploy" {
  # ruleid: server-changed-in-place
  provisioner "file" {
    source      = "app.war"
    destination = "/opt/tomcat/webapps/app.war"
  }
}

# Runs on the machine that applies, not on a server.
resource "null_resource" "package" {
  # ok: server-changed-in-place
  provisioner "local-exec" {
    command = "zip -r function.zip src"
  }
}

# ok: server-changed-in-place
resource "aws_lambda_function" "search" {
  function_name = "search"
  image_uri     = var.image
}

variable "image" {}

resource "azurerm_linux_virtual_machine" "app" {
  name = "app"

  # ruleid: server-changed-in-place
  provisioner "remote-exec" {
    inline = ["sudo apt-get upgrade -y"]
  }
}

# ok: server-changed-in-place
resource "google_compute_instance_template" "app" {
  name_prefix = "app"
}
