variable "runtime" {}

resource "google_cloudfunctions2_function" "this" {
  name = "this"
  build_config {
    # ruleid: built-function-runtime-past-support
    runtime = var.runtime
  }
}
