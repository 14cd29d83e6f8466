source "amazon-ebs" "app" {
  region = "eu-west-2"
}
