"""Plans and states as ``terraform show -json`` writes them, and their place in the source."""
