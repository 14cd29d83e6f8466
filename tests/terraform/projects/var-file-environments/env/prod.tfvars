environment   = "prod"
desired_count = 3
services = {
  api    = { cpu = 1024, memory = 2048 }
  worker = { cpu = "512", memory = 1024, environment = { QUEUE = "jobs", WORKERS = 4 } }
}
