def check(claims):
    return claims["nationalrbacaccess"]
