from sendgrid import EventWebhook


def genuine(body, signature, stamp, key):
    hook = EventWebhook()
    return hook.verify_signature(body, signature, stamp, hook.convert_public_key_to_ecdsa(key))
