"""Measurements that anybody can repeat: each is one command, and writes what it found beside the code."""
