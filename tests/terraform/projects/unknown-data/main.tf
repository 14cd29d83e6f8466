resource "terraform_data" "first" {
  input = "ready"
}

data "aws_caller_identity" "current" {
  depends_on = [terraform_data.first]
}

data "aws_ami" "base" {
  most_recent = true
  owners      = ["amazon"]
  name_regex  = terraform_data.first.id
}

data "aws_iam_policy_document" "later" {
  statement {
    actions   = ["kms:*"]
    resources = ["arn:aws:kms:eu-west-2:${data.aws_caller_identity.current.account_id}:key/*"]
  }
}

locals {
  account = data.aws_caller_identity.current.account_id
  subnets = ["subnet-0a", terraform_data.first.id]
  mixed   = { known = 1, unknown = local.account }
}

resource "aws_s3_bucket" "named" {
  bucket        = "data-${local.account}"
  force_destroy = local.account == "111122223333"
  tags = {
    Known   = "yes"
    Account = local.account
    Size    = length(local.subnets)
    Keys    = join(",", keys(local.mixed))
    Both    = "${local.mixed.known}-${local.mixed.unknown}"
    Either  = local.account != "" ? "same" : "same"
    Picked  = local.mixed["known"]
    Tried   = try(local.mixed.missing, local.account, "none")
    Can     = can(local.mixed.missing)
  }
}

resource "terraform_data" "exact" {
  input = {
    size     = length(local.subnets)
    keys     = keys(local.mixed)
    values   = values(local.mixed)
    text     = "${local.mixed.known}-${local.mixed.unknown}"
    either   = local.account != "" ? "same" : "same"
    other    = local.account != "" ? "one" : "two"
    picked   = local.mixed["known"]
    tried    = try(local.mixed.missing, local.account, "none")
    can      = can(local.mixed.missing)
    can_not  = can(tonumber(local.account))
    or       = true || local.account == ""
    and      = false && local.account == ""
    not      = !(local.account == "")
    null     = local.account == null
    has      = contains(local.subnets, "subnet-0a")
    has_not  = contains(local.subnets, "subnet-0z")
    set      = toset(local.subnets)
    sorted   = sort(local.subnets)
    joined   = join(",", local.subnets)
    reversed = reverse(local.subnets)
    merged   = merge(local.mixed, { known = 2 })
    listed   = [for subnet in local.subnets : upper(subnet)]
    filtered = [for subnet in local.subnets : subnet if subnet != "subnet-0a"]
    grouped  = { for subnet in local.subnets : subnet => 1 }
    first    = element(local.subnets, 0)
    coalesce = coalesce("known", local.account)
    second   = coalesce(local.account, "known")
    whole    = terraform_data.first.output
    prefix   = startswith("data-${local.account}", "data-")
    flat     = flatten([["a"], [local.account], ["b"]])
    slice    = slice(concat(["a", "b"], local.subnets), 0, 2)
    lookup   = lookup(local.mixed, "known", 0)
    equal    = local.subnets == ["x", "y"]
    shorter  = length(local.account) > -1
    encoded  = jsondecode(jsonencode(local.mixed))
    list     = tolist(local.subnets)[0]
    map      = tomap({ a = "x", b = local.account })
    split    = split("-", "a-${local.account}")
    ternary  = true ? "known" : local.account
    splat    = data.aws_caller_identity.current[*].account_id
    sum      = 1 + try(tonumber(local.account), 2)
  }
}

resource "aws_instance" "app" {
  ami                         = data.aws_ami.base.id
  instance_type               = "t3.micro"
  subnet_id                   = local.subnets[0]
  associate_public_ip_address = false && local.account == ""
  monitoring                  = true || local.account == ""
  disable_api_termination     = contains(local.subnets, "subnet-0a")
  ebs_optimized               = contains(local.subnets, "subnet-0z")
  user_data                   = "#!/bin/sh\necho ${local.account}"
  vpc_security_group_ids      = concat(["sg-0a"], [terraform_data.first.output])
}

resource "aws_iam_policy" "later" {
  name   = "later"
  policy = data.aws_iam_policy_document.later.json
}

resource "aws_iam_role_policy" "encoded" {
  name   = "encoded"
  role   = "worker"
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "s3:*", Resource = "arn:aws:s3:::data-${local.account}" }] })
}

resource "aws_ssm_parameter" "each" {
  for_each = { for name, value in local.mixed : name => value }
  name     = "/mixed/${each.key}"
  type     = "String"
  value    = each.value
}

resource "aws_elb" "old" {
  name    = "old"
  subnets = local.subnets
  listener {
    instance_port     = 80
    instance_protocol = "http"
    lb_port           = 80
    lb_protocol       = "http"
  }
  dynamic "access_logs" {
    for_each = [local.account]
    content {
      bucket        = "logs-${access_logs.value}"
      bucket_prefix = "elb"
    }
  }
}

output "account" { value = local.account }
output "count" { value = length(local.mixed) }
output "first" { value = terraform_data.first.input }
