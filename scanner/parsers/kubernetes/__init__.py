"""Kubernetes objects from manifests, chart sources, Kustomize folders and Terraform."""
