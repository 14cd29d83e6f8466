# ruleid: data-store-open-to-network-range
resource "aws_security_group_rule" "from_vpc" {
  type              = "ingress"
  security_group_id = "sg-1"
  protocol          = "tcp"
  from_port         = 5432
  to_port           = 5432
  cidr_blocks       = ["10.0.0.0/16"]
}

# ok: data-store-open-to-network-range
resource "aws_security_group_rule" "from_api" {
  type                     = "ingress"
  security_group_id        = "sg-1"
  protocol                 = "tcp"
  from_port                = 5432
  to_port                  = 5432
  source_security_group_id = aws_security_group.api.id
}

# ok: data-store-open-to-network-range
resource "aws_security_group_rule" "answers" {
  type              = "egress"
  security_group_id = "sg-1"
  protocol          = "tcp"
  from_port         = 5432
  to_port           = 5432
  cidr_blocks       = ["0.0.0.0/0"]
}

# Told by database-port-open-to-the-world.
# ok: data-store-open-to-network-range
resource "aws_vpc_security_group_ingress_rule" "everyone" {
  security_group_id = "sg-1"
  ip_protocol       = "tcp"
  from_port         = 3306
  to_port           = 3306
  cidr_ipv4         = "0.0.0.0/0"
}

# ok: data-store-open-to-network-range
resource "aws_vpc_security_group_ingress_rule" "api" {
  security_group_id            = "sg-1"
  referenced_security_group_id = var.client_group_id
  ip_protocol                  = "tcp"
  from_port                    = 5432
  to_port                      = 5432
}

# A website is meant to be reached.
# ok: data-store-open-to-network-range
resource "aws_vpc_security_group_ingress_rule" "web" {
  security_group_id = "sg-2"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "0.0.0.0/0"
}

# All services of all customers of Azure.
# ruleid: data-store-open-to-network-range
resource "azurerm_mssql_firewall_rule" "azure" {
  name             = "AllowAllAzureIPs"
  server_id        = azurerm_mssql_server.records.id
  start_ip_address = "0.0.0.0"
  end_ip_address   = "0.0.0.0"
}

# ok: data-store-open-to-network-range
resource "azurerm_postgresql_flexible_server_firewall_rule" "one" {
  name             = "gateway"
  server_id        = "server"
  start_ip_address = "51.140.0.10"
  end_ip_address   = "51.140.0.10"
}

# open: data-store-open-to-network-range
resource "aws_vpc_security_group_ingress_rule" "given" {
  security_group_id = "sg-1"
  ip_protocol       = "tcp"
  from_port         = 5432
  to_port           = 5432
  cidr_ipv4         = var.range
}

# The port comes from a variable; the name says what listens, and the source is one group.
# ok: data-store-open-to-network-range
resource "aws_vpc_security_group_ingress_rule" "rds_from_lambda" {
  security_group_id            = "sg-1"
  referenced_security_group_id = "sg-2"
  ip_protocol                  = "tcp"
  from_port                    = var.port
  to_port                      = var.port
}

# ok: data-store-open-to-network-range
resource "aws_vpc_security_group_ingress_rule" "load_balancer_https" {
  security_group_id = "sg-2"
  ip_protocol       = "tcp"
  from_port         = var.port
  to_port           = var.port
  cidr_ipv4         = "0.0.0.0/0"
}

variable "port" {}
variable "range" {}
variable "client_group_id" {}

# Told by database-port-open-to-the-world.
# ok: data-store-open-to-network-range
resource "aws_vpc_security_group_ingress_rule" "everyone_v6" {
  security_group_id = "sg-1"
  ip_protocol       = "tcp"
  from_port         = 5432
  to_port           = 5432
  cidr_ipv6         = "::/0"
}

# Told by database-port-open-to-the-world.
# ok: data-store-open-to-network-range
resource "aws_security_group_rule" "anyone_v6" {
  type              = "ingress"
  security_group_id = "sg-1"
  protocol          = "tcp"
  from_port         = 5432
  to_port           = 5432
  ipv6_cidr_blocks  = ["::/0"]
}

# ruleid: data-store-open-to-network-range
resource "azurerm_mysql_flexible_server_firewall_rule" "to_the_end" {
  name             = "all"
  server_name      = "records"
  start_ip_address = "1.0.0.0"
  end_ip_address   = "255.255.255.255"
}

# Ports that no database is known by: their names say what they open.
# ruleid: data-store-open-to-network-range
resource "aws_vpc_security_group_ingress_rule" "records_db_everyone" {
  security_group_id = "sg-1"
  ip_protocol       = "tcp"
  from_port         = 45432
  to_port           = 45432
  cidr_ipv4         = "0.0.0.0/0"
}

# ruleid: data-store-open-to-network-range
resource "aws_vpc_security_group_ingress_rule" "records_db_everyone_v6" {
  security_group_id = "sg-1"
  ip_protocol       = "tcp"
  from_port         = 45432
  to_port           = 45432
  cidr_ipv6         = "::/0"
}

# ruleid: data-store-open-to-network-range
resource "aws_vpc_security_group_ingress_rule" "network_v6" {
  security_group_id = "sg-1"
  ip_protocol       = "tcp"
  from_port         = 5432
  to_port           = 5432
  cidr_ipv6         = "2001:db8::/32"
}

# ruleid: data-store-open-to-network-range
resource "aws_security_group_rule" "network_v6" {
  type              = "ingress"
  security_group_id = "sg-1"
  protocol          = "tcp"
  from_port         = 5432
  to_port           = 5432
  ipv6_cidr_blocks  = ["2001:db8::/32"]
}

# Databases do not speak it: nobody else tells.
# ruleid: data-store-open-to-network-range
resource "aws_security_group_rule" "datagrams" {
  type              = "ingress"
  security_group_id = "sg-1"
  protocol          = "udp"
  from_port         = 5432
  to_port           = 5432
  cidr_blocks       = ["0.0.0.0/0"]
}

# ok: data-store-open-to-network-range
resource "aws_vpc_security_group_ingress_rule" "redis_from_vpc" {
  security_group_id = "sg-4"
  ip_protocol       = "tcp"
  from_port         = 6379
  to_port           = 6379
  cidr_ipv4         = "10.0.0.0/16"
}

# Redis has names of its own for the ends of a range.
# ruleid: data-store-open-to-network-range
resource "azurerm_redis_firewall_rule" "everything" {
  name                = "everything"
  redis_cache_name    = "wards"
  resource_group_name = "wards"
  start_ip            = "0.0.0.0"
  end_ip              = "0.0.0.0"
}

# ok: data-store-open-to-network-range
resource "azurerm_redis_firewall_rule" "web_app" {
  name                = "webapp"
  redis_cache_name    = "wards"
  resource_group_name = "wards"
  start_ip            = "51.140.12.7"
  end_ip              = "51.140.12.7"
}

# ruleid: data-store-open-to-network-range
resource "azurerm_redis_firewall_rule" "halves" {
  name                = "halves"
  redis_cache_name    = "wards"
  resource_group_name = "wards"
  start_ip            = "1.0.0.0"
  end_ip              = "255.255.255.255"
}
