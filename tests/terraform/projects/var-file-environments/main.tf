variable "environment" { type = string }
variable "desired_count" { default = 1 }
variable "log_days" { type = number }
variable "services" {
  type = map(object({
    cpu         = number
    memory      = number
    public      = optional(bool, false)
    environment = optional(map(string), {})
  }))
}

resource "aws_cloudwatch_log_group" "service" {
  for_each          = var.services
  name              = "/ecs/${var.environment}/${each.key}"
  retention_in_days = var.environment == "prod" ? 365 : var.log_days
}

resource "aws_ecs_task_definition" "service" {
  for_each                 = var.services
  family                   = "${var.environment}-${each.key}"
  network_mode             = "awsvpc"
  requires_compatibilities = ["FARGATE"]
  cpu                      = each.value.cpu
  memory                   = each.value.memory
  container_definitions = jsonencode([{
    name         = each.key
    image        = "example/${each.key}:1"
    essential    = true
    environment  = [for name, value in each.value.environment : { name = name, value = value }]
    portMappings = each.value.public ? [{ containerPort = 8080 }] : []
    logConfiguration = {
      logDriver = "awslogs"
      options   = { "awslogs-group" = aws_cloudwatch_log_group.service[each.key].name, "awslogs-region" = "eu-west-2" }
    }
  }])
}

resource "aws_ecs_service" "service" {
  for_each        = aws_ecs_task_definition.service
  name            = each.value.family
  cluster         = "main"
  task_definition = each.value.arn
  desired_count   = var.desired_count
  launch_type     = "FARGATE"
  network_configuration {
    subnets          = ["subnet-0a", "subnet-0b"]
    assign_public_ip = var.services[each.key].public
  }
  dynamic "load_balancer" {
    for_each = var.services[each.key].public ? [each.key] : []
    content {
      container_name   = load_balancer.value
      container_port   = 8080
      target_group_arn = "arn:aws:elasticloadbalancing:eu-west-2:111122223333:targetgroup/api/6d0ecf831eec9f09"
    }
  }
}
