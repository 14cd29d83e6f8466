"""archscan: does a system keep the NHS architectural principles?"""

import os

__version__ = "0.1.0"

# Before pydantic is imported, by us or by typer: no plugin of it that happens to be installed may look into a scan, and
# looking for one costs every start.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
