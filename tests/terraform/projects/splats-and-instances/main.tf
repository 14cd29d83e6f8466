variable "azs" { default = ["eu-west-2a", "eu-west-2b", "eu-west-2c"] }
variable "cidr" { default = "10.20.0.0/16" }

resource "aws_vpc" "main" {
  cidr_block           = var.cidr
  enable_dns_hostnames = "true"
}

resource "aws_subnet" "public" {
  count             = length(var.azs)
  vpc_id            = aws_vpc.main.id
  cidr_block        = cidrsubnet(aws_vpc.main.cidr_block, 8, count.index)
  availability_zone = element(var.azs, count.index + 4)
  tags              = { Name = "public-${count.index}-${substr(var.azs[count.index], -1, 1)}" }
}

resource "aws_subnet" "private" {
  for_each          = { for index, az in var.azs : az => cidrsubnet(var.cidr, 4, index + 1) }
  vpc_id            = aws_vpc.main.id
  cidr_block        = each.value
  availability_zone = each.key
}

resource "aws_route_table" "private" {
  for_each = aws_subnet.private
  vpc_id   = each.value.vpc_id
  tags     = { Zone = each.value.availability_zone, Block = aws_subnet.private[each.key].cidr_block }
}

resource "aws_route_table_association" "private" {
  for_each       = aws_subnet.private
  subnet_id      = each.value.id
  route_table_id = aws_route_table.private[each.key].id
}

resource "aws_db_subnet_group" "main" {
  name       = "main"
  subnet_ids = [for subnet in aws_subnet.private : subnet.id]
}

resource "aws_network_acl" "public" {
  vpc_id     = aws_vpc.main.id
  subnet_ids = aws_subnet.public[*].id
  dynamic "ingress" {
    for_each = aws_subnet.private
    content {
      rule_no    = 100 + index(var.azs, ingress.key)
      protocol   = "tcp"
      action     = "allow"
      cidr_block = ingress.value.cidr_block
      from_port  = 0
      to_port    = 65535
    }
  }
}

resource "aws_ssm_parameter" "summary" {
  name = "/network"
  type = "String"
  value = jsonencode({
    public  = aws_subnet.public[*].cidr_block
    zones   = aws_subnet.public.*.availability_zone
    private = { for zone, subnet in aws_subnet.private : zone => subnet.cidr_block }
    last    = aws_subnet.public[length(aws_subnet.public) - 1].tags.Name
    names   = aws_subnet.public[*].tags["Name"]
    one     = aws_vpc.main[*].cidr_block
    none    = null[*]
    size    = length(aws_route_table.private)
    keys    = keys(aws_subnet.private)
  })
}

resource "terraform_data" "own" {
  count = 2
  input = "number ${count.index}"
  provisioner "local-exec" {
    command = "echo ${self.input}"
    when    = create
  }
}

output "inputs" { value = terraform_data.own[*].input }
output "ids" { value = [for subnet in aws_subnet.public : subnet.id] }
output "blocks" { value = zipmap(var.azs, aws_subnet.public[*].cidr_block) }
