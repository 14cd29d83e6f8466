import httpx

headers = {"X-User-Id": user.id}
httpx.get(address, headers=headers)
