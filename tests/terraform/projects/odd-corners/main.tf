variable "each" { default = "a variable called each" }
variable "flags" { default = { "0" = "zero", "10" = "ten", "9" = "nine" } }
variable "mixed" {
  type    = list(any)
  default = [{ name = "x", rules = [1, 2] }, { name = "y", rules = [] }]
}
variable "secrets" {
  type      = map(string)
  sensitive = true
  default   = { one = "quiet-otter-in-a-map", two = "plain enough" }
}

locals {
  for_each = ["not", "meta"]
  count    = 3
  lists    = [for i, v in local.for_each : { (v) = i }]
  merged   = merge(local.lists...)
  self     = { type = "self", null = null }
  nested   = { for k, v in var.flags : k => { for i in range(length(v)) : i => substr(v, i, 1) } }
  lookup   = { a = { b = { c = [10, 20, { d = "deep" }] } } }
  # comment with a brace } and a quote "
  trailing = [1, 2, ]
  multi = (
    local.count > 2
    ? "many"
    : "few"
  )
  quoted_local = "x" /* inline */
}

resource "aws_sqs_queue" "index" {
  count = local.count
  name  = "q${count.index}-${[for i in range(count.index + 1) : i][count.index]}"
  tags  = { Next = (count.index + 1) % local.count, Text = var.each }
}

resource "aws_sqs_queue" "neighbour" {
  for_each                   = { for i, queue in aws_sqs_queue.index : queue.name => i }
  name                       = "next-to-${aws_sqs_queue.index[(each.value + 1) % local.count].name}"
  visibility_timeout_seconds = aws_sqs_queue.index[each.value].tags.Next + 1
}

resource "aws_security_group" "shadow" {
  for_each = { web = [80, 443], none = [] }
  name     = each.key
  vpc_id   = "vpc-0a1b2c3d"
  dynamic "ingress" {
    for_each = each.value
    iterator = each
    content {
      from_port   = each.value
      to_port     = each.value
      protocol    = "tcp"
      cidr_blocks = ["10.${each.key}.0.0/16"]
    }
  }
}

resource "aws_iam_role" "by_count" {
  count              = length(keys(var.flags))
  name               = "role-${keys(var.flags)[count.index]}"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" }, Condition = count.index == 0 ? null : { Bool = { "aws:MultiFactorAuthPresent" = "true" } } }] })
}

resource "aws_iam_role_policy_attachment" "pairs" {
  for_each = {
    for pair in setproduct(aws_iam_role.by_count[*].name, ["ReadOnlyAccess", "SecurityAudit"]) :
    join("/", pair) => { role = pair[0], policy = pair[1] }
  }
  role       = each.value.role
  policy_arn = "arn:aws:iam::aws:policy/${each.value["policy"]}"
}

resource "terraform_data" "values" {
  input = {
    merged   = local.merged
    nested   = local.nested["9"]
    deep     = local.lookup.a["b"].c[2].d
    legacy   = local.lookup.a.b.c.0
    trailing = local.trailing
    multi    = local.multi
    quoted   = local.quoted_local
    self     = local.self["type"]
    isnull   = local.self.null == null
    rules    = var.mixed[*].rules[*]
    names    = var.mixed.*.name
    any      = [for item in var.mixed : try(item.rules[0], "none")]
    safe     = [for name, value in nonsensitive(toset(keys(var.secrets))) : name]
    negative = -local.count + 2 * 3 - -1
    not      = !true || !false && false
    compare  = [1 < 2, "a" == "a", 1 == 1.0, null == local.self.null, [] == [], {} == {}]
    indexed  = element(reverse(sort(keys(var.flags))), 0)
    heredoc  = [<<-A
      one
        two
    A
    , "after"]
    cond_list = local.count == 3 ? ["x"] : []
    cond_obj  = local.count == 4 ? { a = 1 } : { a = 2 }
    cond_null = local.count == 4 ? "x" : null
    unicode   = { "ключ" = "знач", naïve = upper("naïve") }
    string    = "a\\b${"\""}\u00e9"
    percent   = "%{if local.count > 2~} many %{else~} few %{endif~} end"
    keyed     = { for k in ["b", "a", "b"] : k => upper(k)... }
    exp       = [1e3, 1.5e-2, 0.10, 100000000000000000000]
    splatnull = [for v in [null, "x"] : v[*]]
  }
}

resource "aws_ssm_parameter" "secret" {
  for_each = nonsensitive(toset(keys(var.secrets)))
  name     = "/secret/${each.key}"
  type     = "SecureString"
  value    = var.secrets[each.key]
}

module "chain" {
  source = "./chain"
  count  = 1
  depth  = local.count
  next   = [for role in aws_iam_role.by_count : { name = role.name, policy = try(keys(jsondecode(role.assume_role_policy).Statement[0].Condition)[0], null) }]
}

output "chain" { value = module.chain[0].names }
output "total" { value = sum([for queue in aws_sqs_queue.neighbour : queue.visibility_timeout_seconds]) }
