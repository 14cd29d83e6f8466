import os

STORE = os.environ["STORE"]
