"""Kubernetes objects from manifests, chart sources, Kustomize folders and Terraform."""

from scanner.parsers.kubernetes.parser import KubernetesParser

__all__ = ["KubernetesParser"]
