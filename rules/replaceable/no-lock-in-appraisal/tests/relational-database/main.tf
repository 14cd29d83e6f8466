resource "aws_db_instance" "one" {
  name = "one"
}
