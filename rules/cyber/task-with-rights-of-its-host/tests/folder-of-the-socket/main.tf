module "agent" {
  source = "./task"
  mounts = { run = "/var/run" }
}
