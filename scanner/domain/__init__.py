"""The values that pass between the stages: frozen, strict, without I/O."""
