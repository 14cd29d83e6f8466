import os

CONTAINER = os.environ["LETTERS_CONTAINER"]
