resource "aws_lb" "web" {
  name     = "web"
  internal = false
}

# The directory, behind the public one.
resource "aws_elb" "directory" {
  name     = "directory"
  internal = true
}
