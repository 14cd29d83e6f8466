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

# Signs in only to wait until the start-up settings have been applied.
# ok: server-changed-in-place
resource "vsphere_virtual_machine" "node" {
  name = "node"

  provisioner "remote-exec" {
    inline = ["sudo cloud-init status --wait"]
  }
}

variable "release" {}

# What it runs is not known to the last word, but it is no waiting.
resource "null_resource" "release" {
  # ruleid: server-changed-in-place
  provisioner "remote-exec" {
    inline = [
      "cloud-init status --wait",
      "docker run -d registry.example/records:${var.release}",
    ]
  }
}

resource "null_resource" "script" {
  # ruleid: server-changed-in-place
  provisioner "remote-exec" {
    script = "install.sh"
  }
}

variable "commands" {
  type = list(string)
}

resource "null_resource" "unknown" {
  # open: server-changed-in-place
  provisioner "remote-exec" {
    inline = var.commands
  }
}

# What runs where Terraform runs changes no server.
# ok: server-changed-in-place
resource "aws_instance" "noted" {
  ami = "ami-0abc"

  provisioner "local-exec" {
    command = "echo ${self.private_ip} >> addresses.txt"
  }
}

# Administrators sign in by it, and no request of the product comes there.
# ok: server-changed-in-place
resource "aws_instance" "jumpbox" {
  instance_type = "t3.micro"

  provisioner "remote-exec" {
    inline = ["sudo apt-get install -y postgresql-client"]
  }
}

# ok: server-changed-in-place
resource "azurerm_linux_virtual_machine" "base_testbox" {
  name = "testbox"

  provisioner "remote-exec" {
    inline = ["sudo apt-get install -y kubectl"]
  }
}
