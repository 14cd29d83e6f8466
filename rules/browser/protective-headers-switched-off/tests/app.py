# ruleid: protective-headers-switched-off
Talisman(app, content_security_policy=None)
# ruleid: protective-headers-switched-off
Talisman(app, content_security_policy=False, force_https=True)
# ruleid: protective-headers-switched-off
Talisman(app, frame_options=None)
# ok: protective-headers-switched-off
Talisman(app, content_security_policy=policy)
