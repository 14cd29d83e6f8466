variable "kubernetes_version" {
  type = string
}

# ruleid: cluster-version-past-support
resource "aws_eks_cluster" "old" {
  name    = "old"
  version = "1.27"
}

# ok: cluster-version-past-support
resource "aws_eks_cluster" "current" {
  name    = "current"
  version = "1.36"
}

# ok: cluster-version-past-support
resource "aws_eks_cluster" "newest" {
  name = "newest"
}

# open: cluster-version-past-support
resource "azurerm_kubernetes_cluster" "chosen" {
  name               = "chosen"
  kubernetes_version = var.kubernetes_version
}

# ruleid: cluster-version-past-support
resource "azurerm_kubernetes_cluster" "old" {
  name               = "old"
  kubernetes_version = "1.27.9"
}

# ruleid: cluster-version-past-support
module "eks" {
  source          = "terraform-aws-modules/eks/aws"
  version         = "20.8.0"
  cluster_name    = "wards"
  cluster_version = "1.28"
}

# ok: cluster-version-past-support
module "other" {
  source          = "example/other/aws"
  version         = "1.0.0"
  cluster_version = "1.20"
}

# ruleid: cluster-version-past-support
resource "google_container_cluster" "old" {
  name               = "old"
  min_master_version = "1.27"
}

# ok: cluster-version-past-support
module "eks_current" {
  source             = "terraform-aws-modules/eks/aws"
  version            = "21.3.0"
  kubernetes_version = "1.34"
  cluster_version    = "next"
}

# The release of the module in a registry of the organisation's own is no release of Kubernetes.
# ok: cluster-version-past-support
module "eks_mirrored" {
  source             = "registry.example.org/terraform-aws-modules/eks/aws"
  version            = "1.27.0"
  name               = "clinics"
  kubernetes_version = "1.34"
}
