# review: capacity-fixed-by-hand
resource "google_compute_region_instance_group_manager" "fixed" {
  name        = "fixed"
  target_size = 3
}

# ok: capacity-fixed-by-hand
resource "google_compute_region_instance_group_manager" "scaled" {
  name = "scaled"
}

resource "google_compute_region_autoscaler" "scaled" {
  name   = "scaled"
  target = google_compute_region_instance_group_manager.scaled.id
}

# ok: capacity-fixed-by-hand
resource "google_compute_instance_group_manager" "zonal" {
  name = "zonal"
}

resource "google_compute_autoscaler" "zonal" {
  name   = "zonal"
  target = google_compute_instance_group_manager.zonal.id
}

# review: capacity-fixed-by-hand
resource "google_container_node_pool" "fixed" {
  name       = "fixed"
  node_count = 3
}

# ok: capacity-fixed-by-hand
resource "google_container_node_pool" "scaled" {
  name = "scaled"
  autoscaling {
    min_node_count = 1
    max_node_count = 5
  }
}

# ok: capacity-fixed-by-hand
resource "google_cloud_run_v2_service" "api" {
  name     = "api"
  location = "europe-west2"
}
