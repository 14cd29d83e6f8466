variable "groups" {
  type = map(object({
    description = optional(string)
    ingress = optional(map(object({
      ports = list(number)
      cidrs = optional(list(string), [])
      from  = optional(string)
    })), {})
  }))
  default = {
    alb  = { description = "Load balancer", ingress = { web = { ports = [80, 443], cidrs = ["0.0.0.0/0", "10.0.0.0/8"] } } }
    app  = { ingress = { alb = { ports = [8080], from = "alb" }, admin = { ports = [22], cidrs = ["192.168.0.0/16"] } } }
    db   = { ingress = { app = { ports = [5432], from = "app" } } }
    none = {}
  }
}

locals {
  cidr_rules = flatten([
    for group, settings in var.groups : [
      for name, rule in settings.ingress : [
        for pair in setproduct(rule.ports, rule.cidrs) : {
          key   = "${group}:${name}:${pair[0]}:${pair[1]}"
          group = group
          port  = pair[0]
          cidr  = pair[1]
        }
      ]
    ]
  ])
  group_rules = merge([
    for group, settings in var.groups : {
      for name, rule in settings.ingress : "${group}/${name}" => { group = group, from = rule.from, port = rule.ports[0] } if rule.from != null
    }
  ]...)
}

resource "aws_security_group" "this" {
  for_each    = var.groups
  name        = "app-${each.key}"
  description = coalesce(each.value.description, "Group ${each.key}")
  vpc_id      = "vpc-0a1b2c3d"
  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_ingress_rule" "cidr" {
  for_each          = { for rule in local.cidr_rules : rule.key => rule }
  security_group_id = aws_security_group.this[each.value.group].id
  ip_protocol       = "tcp"
  from_port         = each.value.port
  to_port           = each.value.port
  cidr_ipv4         = each.value.cidr
  description       = each.key
}

resource "aws_vpc_security_group_ingress_rule" "group" {
  for_each                     = local.group_rules
  security_group_id            = aws_security_group.this[each.value.group].id
  referenced_security_group_id = aws_security_group.this[each.value.from].id
  ip_protocol                  = "tcp"
  from_port                    = each.value.port
  to_port                      = each.value.port
  tags                         = { Name = aws_security_group.this[each.value.from].name }
}

resource "aws_security_group" "old_style" {
  name   = "old-style"
  vpc_id = "vpc-0a1b2c3d"
  ingress = [for port in [443, 8443] : {
    description      = "in"
    from_port        = port
    to_port          = port
    protocol         = "tcp"
    cidr_blocks      = ["10.${port % 256}.0.0/16"]
    ipv6_cidr_blocks = null
    prefix_list_ids  = null
    security_groups  = null
    self             = null
  }]
  egress = []
}

output "rules" {
  value = sort(concat([for rule in local.cidr_rules : rule.key], keys(local.group_rules)))
}
