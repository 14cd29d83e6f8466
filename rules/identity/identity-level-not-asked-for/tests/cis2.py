def staff():
    # review: identity-level-not-asked-for
    return oauth.authorize_redirect(callback, acr_values="AAL1_USERPASS")


def clinicians():
    # ok: identity-level-not-asked-for
    return oauth.authorize_redirect(callback, acr_values="AAL2_OR_AAL3_ANY")


def opened(claims):
    # ok: identity-level-not-asked-for
    if claims["identity_proofing_level"] != "P9":
        raise Forbidden


def either():
    # ok: identity-level-not-asked-for
    return oauth.authorize_redirect(callback, acr_values="AAL1_USERPASS AAL2_OR_AAL3_ANY")


# ok: identity-level-not-asked-for
# id_assurance_level == "3" is what CIS2 gives
