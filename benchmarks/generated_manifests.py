"""Kubernetes manifests of made-up teams: the namespace, who may do what in it, and one workload."""

from __future__ import annotations

from pathlib import Path

from benchmarks.filling import chosen, filled, write

_NAMESPACE = """\
apiVersion: v1
kind: Namespace
metadata:
  name: @NAME@
  labels:
    environment-name: @ENVIRONMENT@
    pod-security.kubernetes.io/enforce: @STANDARD@
  annotations:
    business-unit: @UNIT@
    owner: "@NAME@: team@example.org"
"""
_ACCESS = """\
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: @NAME@-developers
  namespace: @NAME@
subjects:
  - kind: Group
    name: "github:@NAME@"
    apiGroup: rbac.authorization.k8s.io
roleRef:
  kind: ClusterRole
  name: @ROLE@
  apiGroup: rbac.authorization.k8s.io
"""
_LIMITS = """\
apiVersion: v1
kind: LimitRange
metadata:
  name: limits
  namespace: @NAME@
spec:
  limits:
    - default: {cpu: 1000m, memory: 1000Mi}
      defaultRequest: {cpu: 10m, memory: 100Mi}
      type: Container
---
apiVersion: v1
kind: ResourceQuota
metadata:
  name: quota
  namespace: @NAME@
spec:
  hard:
    pods: "50"
"""
_NETWORK = """\
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: default
  namespace: @NAME@
spec:
  podSelector: {}
  policyTypes: [Ingress]
  ingress:
    - from:
        - podSelector: {}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: from-ingress
  namespace: @NAME@
spec:
  podSelector: {}
  policyTypes: [Ingress]
  ingress:
    - from:
        - namespaceSelector:
            matchLabels:
              component: ingress
"""
_WORKLOAD = """\
apiVersion: apps/v1
kind: Deployment
metadata:
  name: @NAME@
  namespace: @NAME@
  labels: {app: @NAME@}
spec:
  replicas: @REPLICAS@
  selector:
    matchLabels: {app: @NAME@}
  template:
    metadata:
      labels: {app: @NAME@}
    spec:
      serviceAccountName: @NAME@
      containers:
        - name: web
          image: @IMAGE@
          ports:
            - containerPort: 8080
          env:
            - name: ISSUER
              value: https://auth.login.nhs.uk
            - name: DB_HOST
              valueFrom: {secretKeyRef: {name: database, key: address}}
@PASSWORD@          resources:
            requests: {cpu: 100m, memory: 128Mi}
            limits: {memory: 512Mi}
@SAFE@"""
_READ = """\
            - name: DB_PASSWORD
              valueFrom: {secretKeyRef: {name: database, key: password}}
"""
_WRITTEN = """\
            - name: DB_PASSWORD
              value: made-up-@NUMBER@-and-not-used
"""
_SAFE = """\
          securityContext:
            allowPrivilegeEscalation: false
            readOnlyRootFilesystem: true
            runAsNonRoot: true
            capabilities: {drop: [ALL]}
          readinessProbe:
            httpGet: {path: /ready, port: 8080}
          livenessProbe:
            httpGet: {path: /live, port: 8080}
"""
_UNSAFE = """\
          securityContext:
            privileged: @PRIVILEGED@
"""
_ROUTE = """\
apiVersion: v1
kind: Service
metadata:
  name: @NAME@
  namespace: @NAME@
spec:
  type: @SERVICE@
  selector: {app: @NAME@}
  ports:
    - port: 80
      targetPort: 8080
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: @NAME@
  namespace: @NAME@
  annotations:
    nginx.ingress.kubernetes.io/auth-type: @AUTHENTICATION@
spec:
  ingressClassName: nginx
  tls:
    - hosts: ["@NAME@.example.org"]
  rules:
    - host: "@NAME@.example.org"
      http:
        paths:
          - path: /
            pathType: Prefix
            backend: {service: {name: @NAME@, port: {number: 80}}}
"""
_FILES = {
    "00-namespace.yaml": _NAMESPACE,
    "01-access.yaml": _ACCESS,
    "02-limits.yaml": _LIMITS,
    "03-network-policies.yaml": _NETWORK,
    "04-route.yaml": _ROUTE,
}
FILES = len(_FILES) + 1
"""Manifests of one team."""


def write_manifests(folder: Path, number: int) -> None:
    """Write the manifests of one team.

    Args:
        folder: Is made.
        number: Decides what is wrong with them.
    """
    for name, text in _FILES.items():
        write(folder / name, filled(text, **_values(number)))
    write_workload(folder / "05-deployment.yaml", number)


def write_workload(path: Path, number: int) -> None:
    """Write the Deployment of one team.

    Args:
        path: Of the file.
        number: Decides what is wrong with it.
    """
    password = _WRITTEN if number % 9 == 2 else _READ
    safe = _UNSAFE if number % 5 in {1, 4} else _SAFE
    write(path, filled(filled(_WORKLOAD, password=password, safe=safe), number=number, **_values(number)))


def _values(number: int) -> dict[str, object]:
    return {
        "name": f"team{number:04}",
        "environment": chosen(number, "development", "staging", "production"),
        "unit": chosen(number, "appointments", "screening", "referrals", "registers"),
        "standard": chosen(number, "restricted", "baseline", "privileged"),
        "role": chosen(number, "edit", "view", "admin", "cluster-admin"),
        "replicas": 1 + number % 3,
        "image": chosen(
            number,
            f"registry.example.org/made-up/web:1.{number % 30}",
            f"registry.example.org/made-up/web@sha256:{number:064x}",
            "node:14",
            "registry.example.org/made-up/web:latest",
        ),
        "privileged": str(number % 10 == 1).lower(),
        "service": chosen(number, "ClusterIP", "ClusterIP", "LoadBalancer"),
        "authentication": chosen(number, "none", "none", "basic"),
    }
