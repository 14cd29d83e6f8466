resource "kubernetes_secret" "mailer" {
  metadata {
    name = "mailer"
  }
  data = {
    AWS_ACCESS_KEY_ID     = var.mailer_key
    AWS_SECRET_ACCESS_KEY = var.mailer_secret
  }
}
