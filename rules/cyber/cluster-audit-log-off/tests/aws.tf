variable "log_types" {
  type = list(string)
}

variable "few" {
  default = ["api", "scheduler"]
}

# ruleid: cluster-audit-log-off
resource "aws_eks_cluster" "none" {
  name     = "wards"
  role_arn = "arn"
}

resource "aws_eks_cluster" "few" {
  name                      = "wards"
  # ruleid: cluster-audit-log-off
  enabled_cluster_log_types = var.few
}

# ok: cluster-audit-log-off
resource "aws_eks_cluster" "all" {
  name                      = "wards"
  enabled_cluster_log_types = ["api", "audit", "authenticator"]
}

resource "aws_eks_cluster" "unknown" {
  name                      = "wards"
  # open: cluster-audit-log-off
  enabled_cluster_log_types = var.log_types
}

# ok: cluster-audit-log-off
module "by_default" {
  source  = "terraform-aws-modules/eks/aws"
  version = "20.8.5"
}

# ok: cluster-audit-log-off
module "audited" {
  source            = "terraform-aws-modules/eks/aws"
  version           = "21.0.0"
  enabled_log_types = ["audit"]
}

# ruleid: cluster-audit-log-off
module "switched_off" {
  source                    = "terraform-aws-modules/eks/aws"
  version                   = "20.8.5"
  cluster_enabled_log_types = []
}

# ok: cluster-audit-log-off
module "no_cluster" {
  source            = "./other"
  enabled_log_types = []
}
