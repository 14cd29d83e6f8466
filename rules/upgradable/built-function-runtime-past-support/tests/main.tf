variable "runtime" {}

resource "google_cloudfunctions2_function" "reports" {
  name = "reports"
  build_config {
    # ruleid: built-function-runtime-past-support
    runtime     = "nodejs18"
    entry_point = "main"
  }
}

resource "google_cloudfunctions2_function" "import" {
  name = "import"
  build_config {
    # ruleid: built-function-runtime-past-support
    runtime = "python38"
  }
}

resource "google_cloudfunctions2_function" "letters" {
  name = "letters"
  build_config {
    # ok: built-function-runtime-past-support
    runtime = "python313"
  }
}

resource "google_cloudfunctions2_function" "search" {
  name = "search"
  build_config {
    # ok: built-function-runtime-past-support
    runtime = "nodejs24"
  }
}

# runtimes whose dates are not known are not judged
# ok: built-function-runtime-past-support
resource "google_cloudfunctions2_function" "other" {
  name = "other"
  build_config {
    runtime = "go125"
  }
}

resource "google_cloudfunctions2_function" "chosen" {
  name = "chosen"
  build_config {
    # open: built-function-runtime-past-support
    runtime = var.runtime
  }
}

module "reports" {
  source = "./modules/function"
  # ruleid: built-function-runtime-past-support
  runtime = "nodejs16"
}
