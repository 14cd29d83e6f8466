module "cluster" {
  source = "./modules/cluster"
  name   = "estate"
  node_groups = {
    general = {}
    memory  = { instance_types = ["r6i.large"], scaling = { max = 6 }, taints = [{ key = "memory", effect = "NO_SCHEDULE" }] }
  }
  addons = ["vpc-cni", "coredns"]
}
output "groups" { value = module.cluster.groups }
