resource "aws_eks_cluster" "wards" {
  name = "wards"
}
