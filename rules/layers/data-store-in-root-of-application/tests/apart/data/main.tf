terraform {
  backend "s3" {
    key = "data"
  }
}

resource "aws_docdb_cluster" "records" {
  cluster_identifier = "records"
  engine     = "docdb"
}
