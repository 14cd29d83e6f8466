import httpx

# What this program sends to others.
headers = {"x-api-key": secrets.key("directory")}
if httpx.get(address, headers=headers).status_code == 401:
    raise PermissionError
