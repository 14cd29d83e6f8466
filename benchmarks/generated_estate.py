"""Writes a made-up estate whose architecture has a chosen number of components, all tied to each other.

``python -m benchmarks.generated_estate FOLDER PRODUCTS``; a product has twelve components.
"""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks.filling import write

COMPONENTS = 12
"""Components of one product: two workloads with a service and an account each, an ingress, a policy, a secret,
settings, a database and its security group."""

_MODULE = """\
variable "name" {
  type = string
}

variable "vpc_id" {
  type = string
}

resource "random_password" "this" {
  length = 32
}

resource "aws_security_group" "this" {
  name   = var.name
  vpc_id = var.vpc_id

  ingress {
    from_port   = 5432
    to_port     = 5432
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/16"]
  }
}

resource "aws_db_instance" "this" {
  identifier             = var.name
  engine                 = "postgres"
  username               = "service"
  password               = random_password.this.result
  vpc_security_group_ids = [aws_security_group.this.id]
}

output "address" {
  value = aws_db_instance.this.address
}

output "password" {
  value = random_password.this.result
}
"""


def write_estate(folder: Path, products: int) -> None:
    """Write the estate.

    Args:
        folder: Is made; must not be there yet.
        products: How many; every third website holds the credentials of its database, and every product calls the next.
    """
    folder.mkdir(parents=True)
    write(folder / "infrastructure/modules/database/main.tf", _MODULE)
    write(folder / "infrastructure/main.tf", "".join(_call(number) for number in range(products)))
    for number in range(products):
        write(folder / f"k8s/product{number:04}.yaml", _manifests(number, (number + 1) % products))


def _call(number: int) -> str:
    return f"""\
module "database{number:04}" {{
  source = "./modules/database"
  name   = "product{number:04}"
  vpc_id = "vpc-0a1b2c3d"
}}

resource "kubernetes_secret" "product{number:04}" {{
  metadata {{
    name      = "database"
    namespace = "product{number:04}"
  }}

  data = {{
    host     = module.database{number:04}.address
    password = module.database{number:04}.password
  }}
}}

"""


def _manifests(number: int, following: int) -> str:
    namespace = f"product{number:04}"
    credential = "{name: DB_PASSWORD, valueFrom: {secretKeyRef: {name: database, key: password}}}"
    following_api = f"{{name: NEXT_URL, value: 'http://api.product{following:04}.svc.cluster.local'}}"
    own_api = "{name: API_URL, value: 'http://api'}"
    web = [own_api, *([credential] if number % 3 == 0 else [])]
    return "---\n".join(
        [
            _workload(namespace, "web", "frontend", web),
            _workload(namespace, "api", "api", [credential, following_api]),
            _settings(namespace),
            _policy(namespace),
            _ingress(namespace),
        ]
    )


def _workload(namespace: str, name: str, part: str, env: list[str]) -> str:
    return f"""\
apiVersion: apps/v1
kind: Deployment
metadata: {{name: {name}, namespace: {namespace}, labels: {{app.kubernetes.io/component: {part}}}}}
spec:
  selector: {{matchLabels: {{app: {name}}}}}
  template:
    metadata: {{labels: {{app: {name}, app.kubernetes.io/component: {part}}}}}
    spec:
      serviceAccountName: {name}
      containers:
        - name: {name}
          image: registry.example/{namespace}/{name}:1.0.0
          envFrom: [{{configMapRef: {{name: settings}}}}]
          env: [{", ".join(env)}]
---
apiVersion: v1
kind: ServiceAccount
metadata: {{name: {name}, namespace: {namespace}}}
---
apiVersion: v1
kind: Service
metadata: {{name: {name}, namespace: {namespace}}}
spec: {{selector: {{app: {name}}}, ports: [{{port: 80}}]}}
"""


def _settings(namespace: str) -> str:
    return f"""\
apiVersion: v1
kind: ConfigMap
metadata: {{name: settings, namespace: {namespace}}}
data: {{level: info}}
"""


def _policy(namespace: str) -> str:
    return f"""\
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {{name: api, namespace: {namespace}}}
spec:
  podSelector: {{matchLabels: {{app: api}}}}
  policyTypes: [Ingress]
  ingress: [{{from: [{{podSelector: {{matchLabels: {{app: web}}}}}}]}}]
"""


def _ingress(namespace: str) -> str:
    backend = "{service: {name: web, port: {number: 80}}}"
    return f"""\
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {{name: web, namespace: {namespace}}}
spec:
  rules: [{{host: {namespace}.example, http: {{paths: [{{path: /, pathType: Prefix, backend: {backend}}}]}}}}]
"""


if __name__ == "__main__":
    write_estate(Path(sys.argv[1]), int(sys.argv[2]))
