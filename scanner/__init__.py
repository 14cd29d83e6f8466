"""archscan: does a system keep the NHS architectural principles?"""

__version__ = "0.1.0"
