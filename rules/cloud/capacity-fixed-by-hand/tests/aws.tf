resource "aws_ecs_cluster" "main" {
  name = "main"
}

# review: capacity-fixed-by-hand
resource "aws_ecs_service" "fixed" {
  name          = "fixed"
  cluster       = aws_ecs_cluster.main.id
  desired_count = 4
}

# ok: capacity-fixed-by-hand
resource "aws_ecs_service" "api" {
  name    = "api"
  cluster = aws_ecs_cluster.main.id
}

resource "aws_appautoscaling_target" "api" {
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
  resource_id        = "service/${aws_ecs_cluster.main.name}/${aws_ecs_service.api.name}"
  min_capacity       = 2
  max_capacity       = 12
}

# One on each machine: there is nothing to scale.
resource "aws_ecs_service" "agent" {
  name                = "agent"
  scheduling_strategy = "DAEMON"
}

# Off until somebody starts it.
resource "aws_ecs_service" "migration" {
  name          = "migration"
  desired_count = 0
}

# review: capacity-fixed-by-hand
resource "aws_autoscaling_group" "fixed" {
  min_size = 2
  max_size = 4
}

# ok: capacity-fixed-by-hand
resource "aws_autoscaling_group" "by_demand" {
  min_size = 2
  max_size = 4
}

resource "aws_autoscaling_policy" "by_demand" {
  name                   = "by-demand"
  policy_type            = "TargetTrackingScaling"
  autoscaling_group_name = aws_autoscaling_group.by_demand.name
}

# ok: capacity-fixed-by-hand
resource "aws_autoscaling_group" "by_hour" {
  min_size = 1
  max_size = 4
}

resource "aws_autoscaling_schedule" "night" {
  scheduled_action_name  = "night"
  autoscaling_group_name = aws_autoscaling_group.by_hour.name
  desired_capacity       = 0
}

# ok: capacity-fixed-by-hand
resource "aws_autoscaling_group" "containers" {
  min_size = 1
  max_size = 4
}

resource "aws_ecs_capacity_provider" "containers" {
  name = "containers"
  auto_scaling_group_provider {
    auto_scaling_group_arn = aws_autoscaling_group.containers.arn
    managed_scaling {
      status = "ENABLED"
    }
  }
}

# ok: capacity-fixed-by-hand
resource "aws_autoscaling_group" "nodes" {
  min_size = 1
  max_size = 4
  tag {
    key                 = "Name"
    value               = "node"
    propagate_at_launch = true
  }
  tag {
    key                 = "k8s.io/cluster-autoscaler/enabled"
    value               = "true"
    propagate_at_launch = true
  }
}

# A single machine that is replaced when it fails.
resource "aws_autoscaling_group" "bastion" {
  min_size = 1
  max_size = 1
}

# review: capacity-fixed-by-hand
resource "aws_dynamodb_table" "provisioned" {
  name           = "provisioned"
  read_capacity  = 20
  write_capacity = 20
}

# ok: capacity-fixed-by-hand
resource "aws_dynamodb_table" "by_use" {
  name         = "by-use"
  billing_mode = "PAY_PER_REQUEST"
}

# ok: capacity-fixed-by-hand
resource "aws_dynamodb_table" "scaled" {
  name           = "scaled"
  read_capacity  = 5
  write_capacity = 5
}

resource "aws_appautoscaling_target" "scaled" {
  service_namespace  = "dynamodb"
  scalable_dimension = "dynamodb:table:ReadCapacityUnits"
  resource_id        = "table/${aws_dynamodb_table.scaled.name}"
  min_capacity       = 5
  max_capacity       = 100
}

variable "billing_mode" {
  type = string
}

# open: capacity-fixed-by-hand
resource "aws_dynamodb_table" "unknown" {
  name         = "unknown"
  billing_mode = var.billing_mode
}

# ok: capacity-fixed-by-hand
resource "aws_lambda_function" "api" {
  function_name = "api"
  runtime       = "python3.13"
}
