variable "zones" {
  type    = list(string)
  default = ["eu-west-2a", "eu-west-2b"]
}
locals {
  tiers   = { public = 0, app = 1, data = 2 }
  blocks  = cidrsubnets("10.64.0.0/14", 2, 2, 4, 8)
  subnets = { for pair in setproduct(keys(local.tiers), range(length(var.zones))) : "${pair[0]}-${pair[1]}" => { tier = pair[0], zone = var.zones[pair[1]], number = local.tiers[pair[0]] * length(var.zones) + pair[1] } }
  names   = [for index, zone in var.zones : format("%s%02d", regex("[a-z]$", zone), index)]
}
resource "aws_vpc" "this" {
  cidr_block                       = local.blocks[0]
  assign_generated_ipv6_cidr_block = length(local.blocks) == 4
  tags                             = { Name = join("/", local.names), Host = cidrhost(local.blocks[3], 5), Mask = cidrnetmask(local.blocks[2]) }
}
resource "aws_subnet" "this" {
  for_each                = local.subnets
  vpc_id                  = aws_vpc.this.id
  cidr_block              = cidrsubnet(aws_vpc.this.cidr_block, ceil(log(length(local.subnets), 2)) + 1, each.value.number)
  availability_zone       = each.value.zone
  map_public_ip_on_launch = each.value.tier == "public"
  tags                    = { Tier = title(each.value.tier), Number = each.value.number }
}
resource "aws_nat_gateway" "this" {
  for_each      = { for key, subnet in aws_subnet.this : key => subnet.availability_zone if subnet.map_public_ip_on_launch }
  allocation_id = "eipalloc-0a1b2c3d"
  subnet_id     = aws_subnet.this[each.key].id
  tags          = { Zone = each.value }
}
resource "aws_route" "out" {
  for_each               = aws_nat_gateway.this
  route_table_id         = "rtb-0a1b2c3d"
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = each.value.id
}
output "by_tier" {
  value = { for tier in keys(local.tiers) : tier => [for key, subnet in aws_subnet.this : subnet.cidr_block if startswith(key, tier)] }
}
output "grouped" {
  value = { for key, subnet in local.subnets : subnet.zone => key... }
}
