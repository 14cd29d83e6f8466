resource "aws_lambda_function" "f0" {
  function_name = "f0"
  role = "r"
}

resource "aws_lambda_function" "f1" {
  function_name = "f1"
  role = "r"
}

resource "aws_docdb_cluster" "records" {
  cluster_identifier = "records"
  engine     = "docdb"
}
