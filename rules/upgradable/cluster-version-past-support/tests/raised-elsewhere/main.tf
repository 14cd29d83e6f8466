resource "aws_eks_cluster" "wards" {
  name    = "wards"
  version = "1.27"

  lifecycle {
    ignore_changes = [version]
  }
}
