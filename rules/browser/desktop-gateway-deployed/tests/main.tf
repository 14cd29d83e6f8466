resource "azurerm_container_group" "desktops" {
  name = "desktops"
  container {
    # review: desktop-gateway-deployed
    image = "docker.io/guacamole/guacd:1.6.0"
    name  = "guacd"
  }
}

resource "aws_ecs_task_definition" "desktops" {
  family = "desktops"
  container_definitions = jsonencode([{
    # review: desktop-gateway-deployed
    image = "kasmweb/desktop:1.17.0"
    name  = "desktop"
  }])
}
