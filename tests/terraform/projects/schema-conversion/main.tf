locals {
  port  = "8443"
  yes   = "true"
  ratio = 0.1 + 0.2
  big   = 12345678901234567890
}
resource "aws_lb_target_group" "this" {
  name                 = "converted"
  port                 = local.port
  protocol             = "HTTPS"
  vpc_id               = "vpc-0a1b2c3d"
  deregistration_delay = 30
  slow_start           = "60"
  health_check {
    enabled  = local.yes
    port     = 8080
    matcher  = 200
    interval = "15"
  }
  stickiness {
    type            = "lb_cookie"
    enabled         = "false"
    cookie_duration = 3600 * 24
  }
}
resource "aws_ssm_parameter" "number" {
  name  = "/converted/number"
  type  = "String"
  value = 1.50
}
resource "aws_ssm_parameter" "boolean" {
  name  = "/converted/boolean"
  type  = "String"
  value = !local.yes
}
resource "aws_cloudwatch_metric_alarm" "ratio" {
  alarm_name          = "ratio"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = "2"
  threshold           = local.ratio
  metric_name         = "m"
  namespace           = "n"
  period              = "60"
  statistic           = "Sum"
  alarm_actions       = [for n in ["b", "a", "b"] : "arn:aws:sns:eu-west-2:111122223333:${n}"]
  dimensions          = { Numbered = 7, Marked = true }
}
resource "aws_autoscaling_group" "this" {
  name               = "converted"
  min_size           = "1"
  max_size           = 1 + 2
  availability_zones = toset(["eu-west-2b", "eu-west-2a"])
  launch_template {
    id      = "lt-0a1b2c3d"
    version = 3
  }
  dynamic "tag" {
    for_each = { b = 2, a = true }
    content {
      key                 = tag.key
      value               = tag.value
      propagate_at_launch = "true"
    }
  }
}
resource "terraform_data" "functions" {
  input = {
    big        = local.big
    exact      = local.ratio == 0.3
    third      = 1 / 3
    parsed     = [parseint("ff", 16), tonumber("1e3"), 5 % 3, -7 % 3, floor(-1.5), signum(-2)]
    text       = ["${1e3}", "${0.1}", "${1000000000000000000000}", "${- 0}", format("%05.1f|%-5s|%x|%q", 3.14159, "ab", 255, "q\"")]
    sets       = [setunion(["b", "a"], ["c"]), setsubtract([1, 2, 3], [2]), toset([true, "true"])]
    objects    = [merge({ a = 1 }, { a = "b" }), zipmap(["x", "y"], [1, "2"]), { for k in ["é", "e", "Z", "a"] : k => k }]
    lists      = [slice(["a", "b", "c"], 1, 3), chunklist([1, 2, 3], 2), compact(["a", "", null]), reverse([1, "x"]), coalescelist([], ["z"])]
    dates      = [formatdate("DD MMM YYYY hh:mm ZZZ", "2024-02-29T23:59:59Z"), timeadd("2024-02-28T00:00:00Z", "48h")]
    regexes    = [regex("^(?P<name>\\w+)-(?P<n>\\d+)$", "ab-12") == null, regexall("\\d+", "1a22b333"), replace("a.b.c", ".", "-"), replace("abc", "/(b)/", "<$1>")]
    encoding   = [base64encode("é"), urlencode("a b&c/é"), jsonencode({ "<" = "é\u2028", a = [1, null, 1.0] }), yamlencode({ a = [1, "x"], b = { c = null } })]
    hashes     = [md5("x"), sha1("é"), substr(sha512(""), 0, 8), uuidv5("dns", "example.org")]
    chosen     = [true ? 1 : "2", false ? ["a"] : ["b", "c"], null == null, [1] == [1], "1" == 1, max(1, "2", 3), sum([1, 2.5])]
    paths      = [basename("/a/b.txt"), dirname("/a/b.txt"), pathexpand("/x")]
    trims      = [trimspace("\t x \n"), trim("??x?", "?"), chomp("x\n\n"), indent(2, "a\nb"), strrev("añb"), strcontains("abc", "b"), endswith("abc", "c")]
    types      = [tostring(5), tobool("true"), tolist(toset(["b", "a"])), tomap({ a = 1 }), can(tonumber("x")), try(tonumber("x"), -1)]
    finding    = [index(["a", "b"], "b"), lookup({ a = 1 }, "b", 2), element(["a", "b"], 5), length("日本"), matchkeys(["i", "j"], ["x", "y"], ["y"]), alltrue([true, "true"]), anytrue([])]
    keyed      = { (1 + 1) = "number key", true = "bool word", "quoted key" = 1 }
    transposed = transpose({ a = ["1", "2"], b = ["2"] })
  }
}
