resource "aws_rds_cluster" "records" {
  restore_to_point_in_time {
    source_cluster_identifier = "records-prd"
  }
}
