resource "aws_db_instance" "db" {
  engine                     = "postgres"
  engine_version             = "9.6.9"
  auto_minor_version_upgrade = false
  instance_class             = "db.m5.large"
}
