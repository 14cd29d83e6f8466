import re

PATTERN = re.compile(r"\\d+\s")
SYSTEM = r"C:\Windows\Temp"
