resource "aws_ecs_task_definition" "adaptor" {
  family = "adaptor"
  # review: nhs-number-overridden-by-setting
  container_definitions = jsonencode([{ environment = [{ name = "ADAPTOR_OVERRIDE_NHS_NUMBER", value = var.override_nhs_number }] }])
}
# ok: nhs-number-overridden-by-setting
resource "aws_ssm_parameter" "nhs_number_system" {
  name = "nhs-number-system"
}
