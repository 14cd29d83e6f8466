variable "image" {
  type = string
}

resource "google_cloud_run_v2_job" "this" {
  name     = "service"
  location = "europe-west2"
  template {
    template {
      containers {
        image = var.image
      }
    }
  }
}
