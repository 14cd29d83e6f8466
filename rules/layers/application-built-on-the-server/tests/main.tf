variable "script" {}

# ruleid: application-built-on-the-server
resource "aws_instance" "built" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.small"
  user_data = <<-EOT
    #!/bin/bash
    apt-get install -y nodejs npm
    git clone https://github.com/example/ward-board.git /srv/app
    cd /srv/app && npm install && npm start
  EOT
}

# ok: application-built-on-the-server
resource "aws_instance" "pulls_image" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.small"
  user_data     = "docker run -d --restart always registry.example/ward-board@sha256:4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945"
}

# ok: application-built-on-the-server
resource "aws_instance" "agent_only" {
  ami       = "ami-0123456789abcdef0"
  user_data = "pip3 install awscli && yum install -y amazon-ssm-agent"
}

# open: application-built-on-the-server
resource "aws_instance" "unknown" {
  ami = "ami-0123456789abcdef0"
  user_data = var.script
}

# ruleid: application-built-on-the-server
resource "google_compute_instance" "built" {
  name = "api"
  metadata_startup_script = "git clone https://github.com/example/api && cd api && ./mvnw clean package"
}

# ok: application-built-on-the-server
resource "aws_instance" "image_with_everything" {
  ami = "ami-0123456789abcdef0"
}
