resource "local_file" "realm" {
  filename = "theatres-realm.json"
  content  = templatefile("theatres-realm.json.tpl", { host = var.host })
}
