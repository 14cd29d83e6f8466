variable "kubernetes_version" {
  type = string
}

resource "aws_eks_cluster" "old" {
  name    = "old"
  # ruleid: cluster-version-past-support
  version = "1.27"
}

resource "aws_eks_cluster" "current" {
  name    = "current"
  # ok: cluster-version-past-support
  version = "1.36"
}

# ok: cluster-version-past-support
resource "aws_eks_cluster" "newest" {
  name = "newest"
}

resource "azurerm_kubernetes_cluster" "chosen" {
  name               = "chosen"
  # open: cluster-version-past-support
  kubernetes_version = var.kubernetes_version
}

resource "azurerm_kubernetes_cluster" "old" {
  name               = "old"
  # ruleid: cluster-version-past-support
  kubernetes_version = "1.27.9"
}

module "eks" {
  source          = "terraform-aws-modules/eks/aws"
  version         = "20.8.0"
  cluster_name    = "wards"
  # ruleid: cluster-version-past-support
  cluster_version = "1.28"
}

module "other" {
  source          = "example/other/aws"
  version         = "1.0.0"
  # ok: cluster-version-past-support
  cluster_version = "1.20"
}

resource "google_container_cluster" "old" {
  name               = "old"
  # ruleid: cluster-version-past-support
  min_master_version = "1.27"
}

module "eks_current" {
  source             = "terraform-aws-modules/eks/aws"
  version            = "21.3.0"
  # ok: cluster-version-past-support
  kubernetes_version = "1.34"
  cluster_version    = "next"
}

# The release of the module in a registry of the organisation's own is no release of Kubernetes.
module "eks_mirrored" {
  source             = "registry.example.org/terraform-aws-modules/eks/aws"
  version            = "1.27.0"
  name               = "clinics"
  # ok: cluster-version-past-support
  kubernetes_version = "1.34"
}
