variable "name" { type = string }
variable "addons" { type = set(string) }
variable "public" {
  type    = bool
  default = false
}
variable "node_groups" {
  type = map(object({
    instance_types = optional(list(string), ["m6i.large"])
    scaling        = optional(object({ min = optional(number, 1), max = optional(number, 3) }), {})
    labels         = optional(map(string), {})
    taints         = optional(list(object({ key = string, value = optional(string), effect = string })), [])
  }))
}
data "aws_iam_policy_document" "assume" {
  for_each = toset(["eks", "ec2"])
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["${each.key}.amazonaws.com"]
    }
  }
}
resource "aws_iam_role" "this" {
  for_each           = data.aws_iam_policy_document.assume
  name               = "${var.name}-${each.key}"
  assume_role_policy = each.value.json
}
resource "aws_iam_role_policy_attachment" "node" {
  for_each   = toset([for policy in ["AmazonEKSWorkerNodePolicy", "AmazonEKS_CNI_Policy"] : "arn:aws:iam::aws:policy/${policy}"])
  role       = aws_iam_role.this["ec2"].name
  policy_arn = each.value
}
resource "aws_eks_cluster" "this" {
  name                      = var.name
  role_arn                  = aws_iam_role.this["eks"].arn
  version                   = 1.31
  enabled_cluster_log_types = ["audit", "api"]
  vpc_config {
    subnet_ids              = ["subnet-0a", "subnet-0b"]
    endpoint_public_access  = var.public
    endpoint_private_access = !var.public
  }
  encryption_config {
    resources = ["secrets"]
    provider {
      key_arn = "arn:aws:kms:eu-west-2:111122223333:key/00000000-0000-0000-0000-000000000000"
    }
  }
  depends_on = [aws_iam_role_policy_attachment.node]
}
resource "aws_eks_node_group" "this" {
  for_each        = var.node_groups
  cluster_name    = aws_eks_cluster.this.name
  node_group_name = each.key
  node_role_arn   = aws_iam_role.this["ec2"].arn
  subnet_ids      = aws_eks_cluster.this.vpc_config[0].subnet_ids
  instance_types  = each.value.instance_types
  labels          = merge({ group = each.key }, each.value.labels)
  scaling_config {
    min_size     = each.value.scaling.min
    desired_size = each.value.scaling.min
    max_size     = each.value.scaling.max
  }
  dynamic "taint" {
    for_each = each.value.taints
    content {
      key    = taint.value.key
      value  = taint.value.value
      effect = taint.value.effect
    }
  }
  lifecycle {
    ignore_changes = [scaling_config[0].desired_size]
  }
}
resource "aws_eks_addon" "this" {
  for_each     = var.addons
  cluster_name = aws_eks_cluster.this.name
  addon_name   = each.key
}
output "groups" { value = { for key, group in aws_eks_node_group.this : key => group.scaling_config[0].max_size } }
