resource "aws_sfn_state_machine" "one" {
  name = "one"
}
