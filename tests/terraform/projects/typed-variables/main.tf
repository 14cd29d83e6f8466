variable "queues" {
  type = map(object({
    visibility = optional(number, 30)
    fifo       = optional(bool)
    retention  = optional(string, "345600")
    dead_letter = optional(object({
      enabled  = optional(bool, true)
      attempts = optional(number, 5)
    }), {})
    labels = optional(map(string), { managed = "yes" })
  }))
  default = {
    referrals = {}
    results = {
      visibility  = "45"
      fifo        = "true"
      dead_letter = { attempts = 3 }
      ignored     = "this attribute is not part of the type"
    }
    letters = {
      retention   = null
      dead_letter = null
      labels      = { managed = "no", level = 7 }
    }
    notes = {
      dead_letter = { enabled = null }
    }
  }
}

variable "environment" {
  type     = string
  default  = "test"
  nullable = false

  validation {
    condition     = contains(["test", "live"], var.environment)
    error_message = "No such environment: ${var.environment}."
  }
}

variable "suffix" {
  type    = string
  default = null
}

variable "ports" {
  type    = set(number)
  default = ["443", 80, 443, 8080]
}

variable "pair" {
  type    = tuple([string, number, bool])
  default = [1, "2", "false"]
}

variable "numbers" {
  type    = list(number)
  default = ["1", "2.50", 3]
}

variable "texts" {
  type    = list(string)
  default = [true, 10, 1.5, "x"]
}

variable "free" {
  type    = any
  default = [{ a = 1 }, { a = "b" }]
}

variable "free_map" {
  type    = map(any)
  default = { a = 1, b = "two", c = true }
}

variable "bare" {
  type = object({
    name  = string
    inner = optional(list(object({ port = number, tls = optional(bool, true) })), [{ port = 443 }])
  })
  default = { name = "bare" }
}

resource "aws_sqs_queue" "this" {
  for_each = var.queues

  name                       = "${var.environment}-${each.key}${each.value.fifo == true ? ".fifo" : ""}"
  fifo_queue                 = each.value.fifo
  visibility_timeout_seconds = each.value.visibility
  message_retention_seconds  = each.value.retention
  tags                       = each.value.labels
}

resource "aws_sqs_queue" "dead" {
  for_each = { for name, queue in var.queues : name => queue.dead_letter if queue.dead_letter.enabled }

  name                      = "${var.environment}-${each.key}-dead"
  receive_wait_time_seconds = each.value.attempts
}

resource "aws_security_group_rule" "in" {
  for_each = toset([for port in var.ports : tostring(port)])

  type              = "ingress"
  security_group_id = "sg-0123456789abcdef0"
  protocol          = "tcp"
  from_port         = each.value
  to_port           = each.key
  cidr_blocks       = ["10.0.0.0/8"]
}

resource "terraform_data" "shown" {
  input = {
    pair     = var.pair
    numbers  = var.numbers
    texts    = var.texts
    free     = var.free
    free_map = var.free_map
    bare     = var.bare
    suffix   = var.suffix
    ports    = var.ports
    first    = coalesce(var.suffix, "none")
  }
}

output "queues" {
  value = var.queues
}
