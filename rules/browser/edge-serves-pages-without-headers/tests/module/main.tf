module "bare" {
  source = "./cdn"
}
module "kept" {
  source = "./cdn"
  policy = "67f7725c-6f97-4210-82d7-5512b31e9d03"
}
