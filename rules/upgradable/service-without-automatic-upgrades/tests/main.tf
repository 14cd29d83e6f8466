# ruleid: service-without-automatic-upgrades
resource "aws_mq_broker" "manual" {
  broker_name        = "manual"
  engine_type        = "ActiveMQ"
  engine_version     = "5.18"
  host_instance_type = "mq.t3.micro"
  user {
    username = "broker"
    password = "placeholder-for-a-test"
  }
}

# ok: service-without-automatic-upgrades
resource "aws_mq_broker" "automatic" {
  broker_name                = "automatic"
  engine_type                = "ActiveMQ"
  engine_version             = "5.18"
  host_instance_type         = "mq.t3.micro"
  auto_minor_version_upgrade = true
  user {
    username = "broker"
    password = "placeholder-for-a-test"
  }
}

# ruleid: service-without-automatic-upgrades
resource "azurerm_kubernetes_cluster" "manual" {
  name       = "manual"
  dns_prefix = "manual"
}

# ok: service-without-automatic-upgrades
resource "azurerm_kubernetes_cluster" "automatic" {
  name                      = "automatic"
  dns_prefix                = "automatic"
  automatic_upgrade_channel = "patch"
}

# ok: service-without-automatic-upgrades
resource "aws_redshift_cluster" "default" {
  cluster_identifier = "default"
  node_type          = "ra3.xlplus"
}

# ruleid: service-without-automatic-upgrades
resource "aws_dms_replication_instance" "manual" {
  replication_instance_id    = "manual"
  replication_instance_class = "dms.t3.micro"
}
