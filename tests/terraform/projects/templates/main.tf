locals {
  backends = [
    { name = "index", host = "index.internal", port = 8443, tls = true },
    { name = "search", host = "search.internal", port = 9200, tls = false },
  ]
  upstream = templatefile("${path.module}/templates/nginx.conf.tftpl", { backends = local.backends, title = "Proxy <&>" })
}

resource "aws_ssm_parameter" "nginx" {
  name  = "/proxy/nginx.conf"
  type  = "String"
  value = local.upstream
}

resource "aws_launch_template" "proxy" {
  name     = "proxy"
  image_id = "ami-00112233445566778"
  user_data = base64encode(<<-EOT
    #!/bin/bash -eu
    %{for index, backend in local.backends~}
    echo "${index}: ${backend.name}" >> /etc/motd   # $${not_ours} %%{if}
    %{endfor~}
    %{if length(local.backends) > 1}echo many%{else}echo one%{endif}
      indented "quoted" \n stays
  EOT
  )
}

resource "aws_ssm_parameter" "flush" {
  name  = "/proxy/flush"
  type  = "String"
  value = <<EOT
  keeps its indent
${upper("a")}	tab

%{for n in [1, 2, 3]}${n}%{if n != 3}, %{endif}%{endfor}
EOT
}

resource "aws_cloudwatch_dashboard" "main" {
  dashboard_name = "proxy"
  dashboard_body = templatefile("templates/dashboard.json", {
    widgets = [for backend in local.backends : backend.name]
    region  = "eu-west-2"
  })
}

resource "terraform_data" "strings" {
  input = {
    escapes  = "tab\t quote\" slash\\ nl\n uni\u00e9 big\U0001F3E5 dollar$${x} percent%%{y} lone$ $5 100%"
    nested   = "${"a${"b${1 + 1}"}"}"
    number   = "${5}"
    boolean  = "${true}-x"
    same     = "${[1, 2]}"
    trimmed  = "  ${~"x"~}  y"
    joined   = "%{for k, v in { b = 1, a = 2 } }${k}=${v};%{endfor}"
    empty    = ""
    template = templatestring(local.inline, { who = "Ada" })
  }
}

locals {
  inline = "Hello $${who}%%{ if who == \"Ada\" }!%%{ endif }"
}
