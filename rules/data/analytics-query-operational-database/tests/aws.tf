# review: analytics-query-operational-database
resource "aws_glue_connection" "records" {
  name = "r"
  connection_properties = {
    JDBC_CONNECTION_URL = "jdbc:postgresql://records.internal/records"
  }
}

# ok: analytics-query-operational-database
resource "aws_glue_connection" "network" {
  name            = "n"
  connection_type = "NETWORK"
}

# ok: analytics-query-operational-database
resource "aws_glue_connection" "stream" {
  name            = "k"
  connection_type = "KAFKA"
}

# open: analytics-query-operational-database
resource "aws_glue_connection" "given" {
  name            = "g"
  connection_type = var.kind
}

variable "kind" { type = string }
