# ruleid: database-on-a-virtual-machine
resource "aws_instance" "db" {
  ami           = "ami-0abc"
  instance_type = "m6i.large"
  user_data     = <<-SCRIPT
    #!/bin/bash
    yum -y update
    yum install -y postgresql16-server
    systemctl enable --now postgresql
  SCRIPT
}

# A machine without an engine is another rule's business.
# ok: database-on-a-virtual-machine
resource "aws_instance" "gateway" {
  ami       = "ami-0abc"
  user_data = "#!/bin/sh\nyum install -y nginx\n"
}

# open: database-on-a-virtual-machine
resource "azurerm_linux_virtual_machine" "app" {
  name        = "app"
  custom_data = var.cloud_init
}

variable "cloud_init" {}

# ok: database-on-a-virtual-machine
resource "aws_db_instance" "records" {
  engine = "postgres"
}

resource "aws_instance" "bare" {
  ami = "ami-0abc"
}

# ruleid: database-on-a-virtual-machine
resource "google_compute_instance" "db" {
  name                    = "db"
  metadata_startup_script = "#!/bin/sh\napt-get update\napt-get install -y mariadb-server\n"
}

# ruleid: database-on-a-virtual-machine
resource "azurerm_linux_virtual_machine" "queue" {
  name        = "queue"
  custom_data = "#!/bin/sh\napt-get install -y rabbitmq-server\n"
}

# A client is no server.
# ok: database-on-a-virtual-machine
resource "google_compute_instance" "app" {
  name                    = "app"
  metadata_startup_script = "#!/bin/sh\napt-get install -y nginx\n"
}
