"""The architecture: components, layers, relations."""
