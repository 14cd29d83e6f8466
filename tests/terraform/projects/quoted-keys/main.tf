locals {
  names = toset(["a.b", "a/b/c", "with space", "quote\"d", "back\\slash", "Zoë", "日本", "emoji-👍🏽", "$${dollar}", "%%{percent}", "tab\there", "10", "9", "", "[0]"])
}

resource "aws_ssm_parameter" "named" {
  for_each = local.names
  name     = "/keys/${md5(each.key)}"
  type     = "String"
  value    = "<${each.value}>"
}

module "folder" {
  source   = "./folder"
  for_each = { "sub.domain" = 1, "路" = 2, "cafe\u0301" = 3 }
  key      = each.key
  size     = each.value
}

resource "terraform_data" "order" {
  input = {
    listed = tolist(local.names)
    folded = join("|", [for name in local.names : name])
    sizes  = [for folder in module.folder : folder.made]
  }
}
