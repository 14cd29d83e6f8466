resource "openstack_compute_instance_v2" "worker" {
  count       = 3
  name        = "worker"
  flavor_name = "b3-8"
}
