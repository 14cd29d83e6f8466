# ok: storage-class-in-clear-text
resource "kubernetes_storage_class" "records" {
  metadata {
    name = "records"
  }
  storage_provisioner = "ebs.csi.aws.com"
  parameters = {
    type      = "gp3"
    encrypted = "true"
  }
}

# ruleid: storage-class-in-clear-text
resource "kubernetes_storage_class_v1" "plain" {
  metadata {
    name = "plain"
  }
  storage_provisioner = "ebs.csi.aws.com"
  parameters = {
    type = "gp3"
  }
}

variable "encrypted" {
  type = string
}

# open: storage-class-in-clear-text
resource "kubernetes_storage_class" "unknown" {
  metadata {
    name = "unknown"
  }
  storage_provisioner = "ebs.csi.aws.com"
  parameters = {
    encrypted = var.encrypted
  }
}
