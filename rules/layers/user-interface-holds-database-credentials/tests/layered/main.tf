resource "random_password" "records" {
  length = 32
}

resource "aws_db_instance" "records" {
  identifier = "records"
  engine     = "postgres"
  username   = "records"
  password   = random_password.records.result
}

resource "kubernetes_secret" "records" {
  metadata {
    name      = "records-db"
    namespace = "care"
  }
  data = {
    host     = aws_db_instance.records.address
    password = random_password.records.result
  }
}
