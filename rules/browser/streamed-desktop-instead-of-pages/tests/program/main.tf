resource "aws_appstream_fleet" "a" {
  name = "practice"
}
