resource "random_password" "db" {
  length = 32
}

resource "kubernetes_secret" "records" {
  metadata {
    name = "records"
  }
  data = {
    password = random_password.db.result
  }
}
