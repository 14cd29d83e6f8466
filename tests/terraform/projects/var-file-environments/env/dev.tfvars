environment = "dev"
services = {
  api = { cpu = 256, memory = 512, public = true }
}
