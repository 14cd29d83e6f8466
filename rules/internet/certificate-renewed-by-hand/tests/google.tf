# ok: certificate-renewed-by-hand
resource "google_compute_managed_ssl_certificate" "web" {
  name = "web"
  managed {
    domains = ["records.ward.nhs.uk"]
  }
}

# ok: certificate-renewed-by-hand
resource "google_certificate_manager_certificate" "web" {
  name = "web"
  managed {
    domains = ["records.ward.nhs.uk"]
  }
}

# review: certificate-renewed-by-hand
resource "google_certificate_manager_certificate" "uploaded" {
  name = "web"
  self_managed {
    pem_certificate = file("web.pem")
    pem_private_key = file("web.key")
  }
}

# review: certificate-renewed-by-hand
resource "google_compute_ssl_certificate" "uploaded" {
  private_key = file("web.key")
  certificate = file("web.pem")
}
