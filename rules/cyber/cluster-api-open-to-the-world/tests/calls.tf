# ruleid: cluster-api-open-to-the-world
module "open" {
  source  = "terraform-aws-modules/eks/aws"
  version = "~> 20.0"

  cluster_name                   = "open"
  cluster_endpoint_public_access = true
}

# ruleid: cluster-api-open-to-the-world
module "everybody" {
  source  = "terraform-aws-modules/eks/aws"
  version = "~> 21.0"

  name                         = "everybody"
  endpoint_public_access       = true
  endpoint_public_access_cidrs = ["0.0.0.0/0"]
}

# One network that is named, and everybody.
# ruleid: cluster-api-open-to-the-world
module "named_and_everybody" {
  source  = "terraform-aws-modules/eks/aws"
  version = "~> 21.0"

  name                         = "named-and-everybody"
  endpoint_public_access       = true
  endpoint_public_access_cidrs = ["203.0.113.0/24", "0.0.0.0/0"]
}

# ok: cluster-api-open-to-the-world
module "named" {
  source  = "terraform-aws-modules/eks/aws"
  version = "~> 20.0"

  cluster_name                         = "named"
  cluster_endpoint_public_access       = true
  cluster_endpoint_public_access_cidrs = ["203.0.113.0/24"]
}

# ok: cluster-api-open-to-the-world
module "private" {
  source  = "terraform-aws-modules/eks/aws"
  version = "~> 20.0"

  cluster_name                   = "private"
  cluster_endpoint_public_access = false
}

# open: cluster-api-open-to-the-world
module "unknown" {
  source  = "terraform-aws-modules/eks/aws"
  version = "~> 20.0"

  cluster_name                   = "unknown"
  cluster_endpoint_public_access = var.public
}

variable "public" {
  type = bool
}

# Says nothing of it, and makes something else.
module "nodes" {
  source = "terraform-aws-modules/eks/aws//modules/eks-managed-node-group"
  name   = "nodes"
}
