"""Modules: environments, calls, instances, references, and the resources that come of them."""
