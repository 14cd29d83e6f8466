resource "aws_organizations_organizational_unit" "wards" {
  name      = "wards"
  parent_id = "r-1"
}

resource "aws_redshift_cluster" "records" {
  cluster_identifier = "records"
  node_type          = "ra3.large"
}

resource "aws_guardduty_organization_admin_account" "security" {
  admin_account_id = "111122223333"
}
