# ruleid: protective-headers-switched-off
config.action_dispatch.default_headers = { "X-Frame-Options" => "ALLOWALL" }
# ruleid: protective-headers-switched-off
config.action_dispatch.default_headers = {}
# ruleid: protective-headers-switched-off
config.action_dispatch.default_headers.delete("X-Frame-Options")
# ruleid: protective-headers-switched-off
response.headers.except! 'X-Frame-Options'
# ok: protective-headers-switched-off
response.headers["X-Frame-Options"] = "DENY"
