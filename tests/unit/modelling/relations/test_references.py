"""What references between Terraform's blocks mean: what passes on to what, and what runs where."""

from __future__ import annotations

from pathlib import Path

from scanner.domain.architecture import Confidence

from .test_permissions import made

WEB = """\
resource "aws_lb" "e" {
  subnets = [aws_subnet.n.id]
}
resource "aws_lb_listener" "l" {
  load_balancer_arn = aws_lb.e.arn
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.g.arn
  }
}
resource "aws_lb_target_group" "g" {
  port = 80
}
resource "aws_subnet" "n" {
  vpc_id = aws_vpc.v.id
}
resource "aws_vpc" "v" {
}
resource "aws_ecs_cluster" "c" {
  name = "c"
}
resource "aws_ecs_service" "s" {
  cluster = aws_ecs_cluster.c.id
  load_balancer {
    target_group_arn = aws_lb_target_group.g.arn
  }
}
resource "aws_db_subnet_group" "d" {
  subnet_ids = [aws_subnet.n.id]
}
resource "aws_db_instance" "d" {
  db_subnet_group_name = aws_db_subnet_group.d.name
}
"""


def test_requests_go_from_the_balancer_through_its_target_group_to_the_service(tmp_path: Path) -> None:
    found, _ = made(tmp_path, WEB)
    assert set(found) == {
        ("aws_lb.e", "routes-to", "aws_ecs_service.s"),
        ("aws_lb.e", "runs-on", "aws_subnet.n"),
        ("aws_subnet.n", "runs-on", "aws_vpc.v"),
        ("aws_ecs_service.s", "runs-on", "aws_ecs_cluster.c"),
        ("aws_db_instance.d", "runs-on", "aws_subnet.n"),
    }
    route = found["aws_lb.e", "routes-to", "aws_ecs_service.s"]
    assert (route.confidence, route.location.start_line) == (Confidence.HIGH, 4)
    assert [place.location.start_line for place in route.proof] == [5, 8, 25]


def test_a_target_group_that_nothing_is_seen_to_join_is_a_loose_end(tmp_path: Path) -> None:
    attached = """
resource "aws_lb_target_group_attachment" "a" {
  target_group_arn = aws_lb_target_group.g.arn
  target_id        = var.address
}
variable "address" {}
"""
    joined = WEB.replace(
        'target_group_arn = aws_lb_target_group.g.arn\n  }\n}\nresource "aws_db', '}\n}\nresource "aws_db'
    )
    found, (end,) = made(tmp_path, joined + attached)
    assert not [key for key in found if key[1] == "routes-to"]
    assert (end.source, end.kind.value, end.wanted) == (
        "aws_lb.e",
        "routes-to",
        "targets of aws_lb_target_group.g on 80",
    )
    assert end.location.start_line == 8
    assert made(tmp_path, WEB)[1] == ()


def test_a_balancer_without_listener_passes_nothing_on(tmp_path: Path) -> None:
    found, _ = made(tmp_path, WEB.replace("load_balancer_arn = aws_lb.e.arn", 'load_balancer_arn = "other"'))
    assert not [key for key in found if key[1] == "routes-to"]


def test_messages_and_integrations_are_passed_on(tmp_path: Path) -> None:
    found, _ = made(tmp_path, """\
resource "aws_lambda_function" "f" {
}
resource "aws_sqs_queue" "q" {
  redrive_policy = jsonencode({ deadLetterTargetArn = aws_sqs_queue.dead.arn })
}
resource "aws_sqs_queue" "dead" {
}
resource "aws_lambda_event_source_mapping" "m" {
  event_source_arn = aws_sqs_queue.q.arn
  function_name    = aws_lambda_function.f.arn
}
resource "aws_apigatewayv2_api" "a" {
}
resource "aws_apigatewayv2_integration" "i" {
  api_id          = aws_apigatewayv2_api.a.id
  integration_uri = aws_lambda_function.f.invoke_arn
}
resource "aws_s3_bucket" "b" {
}
resource "aws_s3_bucket" "logs" {
}
resource "aws_cloudfront_distribution" "c" {
  origin {
    domain_name = aws_s3_bucket.b.bucket_regional_domain_name
  }
  logging_config {
    bucket = aws_s3_bucket.logs.bucket_domain_name
  }
}
""")  # fmt: skip
    assert set(found) == {
        ("aws_sqs_queue.q", "routes-to", "aws_sqs_queue.dead"),
        ("aws_sqs_queue.q", "routes-to", "aws_lambda_function.f"),
        ("aws_apigatewayv2_api.a", "routes-to", "aws_lambda_function.f"),
        ("aws_cloudfront_distribution.c", "routes-to", "aws_s3_bucket.b"),
        ("aws_cloudfront_distribution.c", "refers-to", "aws_s3_bucket.logs"),
    }


def test_the_front_door_leads_through_groups_and_google_through_proxies(tmp_path: Path) -> None:
    found, _ = made(tmp_path, """\
resource "azurerm_cdn_frontdoor_profile" "p" {
}
resource "azurerm_cdn_frontdoor_endpoint" "e" {
  cdn_frontdoor_profile_id = azurerm_cdn_frontdoor_profile.p.id
}
resource "azurerm_cdn_frontdoor_origin_group" "g" {
  cdn_frontdoor_profile_id = azurerm_cdn_frontdoor_profile.p.id
}
resource "azurerm_cdn_frontdoor_origin" "o" {
  cdn_frontdoor_origin_group_id = azurerm_cdn_frontdoor_origin_group.g.id
  host_name                     = azurerm_linux_web_app.w.default_hostname
}
resource "azurerm_cdn_frontdoor_route" "r" {
  cdn_frontdoor_endpoint_id     = azurerm_cdn_frontdoor_endpoint.e.id
  cdn_frontdoor_origin_group_id = azurerm_cdn_frontdoor_origin_group.g.id
}
resource "azurerm_linux_web_app" "w" {
}
resource "google_compute_global_forwarding_rule" "f" {
  target = google_compute_target_https_proxy.t.id
}
resource "google_compute_target_https_proxy" "t" {
  url_map = google_compute_url_map.u.id
}
resource "google_compute_url_map" "u" {
  default_service = google_compute_backend_service.b.id
}
resource "google_compute_backend_service" "b" {
  backend {
    group = google_compute_region_network_endpoint_group.n.id
  }
}
resource "google_compute_region_network_endpoint_group" "n" {
  cloud_run {
    service = google_cloud_run_v2_service.s.name
  }
}
resource "google_cloud_run_v2_service" "s" {
}
""")  # fmt: skip
    assert set(found) == {
        ("azurerm_cdn_frontdoor_profile.p", "routes-to", "azurerm_linux_web_app.w"),
        ("google_compute_global_forwarding_rule.f", "routes-to", "google_cloud_run_v2_service.s"),
    }


def test_pools_that_join_each_other_end(tmp_path: Path) -> None:
    found, _ = made(tmp_path, """\
resource "aws_lb" "e" {
}
resource "aws_lb_listener" "l" {
  load_balancer_arn = aws_lb.e.arn
  default_action {
    target_group_arn = aws_lb_target_group.g.arn
  }
}
resource "aws_lb_target_group" "g" {
  name = aws_lb_target_group_attachment.a.id
}
resource "aws_lb_target_group_attachment" "a" {
  target_group_arn = aws_lb_target_group.g.arn
  target_id        = aws_lb_target_group.g.id
}
""")  # fmt: skip
    assert found == {}
