resource "null_resource" "install" {
  provisioner "remote-exec" {
    inline = ["sudo ./install.sh"]
  }
}

resource "null_resource" "settings" {
  provisioner "file" {
    source      = "records.conf"
    destination = "/etc/records.conf"
  }
}
