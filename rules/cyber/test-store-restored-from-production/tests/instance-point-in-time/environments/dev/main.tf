resource "aws_db_instance" "records" {
  restore_to_point_in_time {
    source_db_instance_identifier = "records-prod"
  }
}
