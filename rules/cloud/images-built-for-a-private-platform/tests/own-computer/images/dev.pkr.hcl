source "virtualbox-iso" "dev" {}

source "docker" "dev" {}
