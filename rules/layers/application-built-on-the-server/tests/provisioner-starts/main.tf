resource "aws_instance" "portal" {
  ami = "ami-1"
  provisioner "remote-exec" {
    inline = ["systemctl start portal"]
  }
}
