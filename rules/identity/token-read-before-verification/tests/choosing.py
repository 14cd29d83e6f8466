import jwt


class Choosing:
    def of_issuer(self, token):
        # ok: token-read-before-verification
        unverified_payload = jwt.decode(token, options={"verify_signature": False})
        issuer = unverified_payload.get("iss", "")

        if "cognito-idp" in issuer:
            return First(settings.POOL)
        raise Refused()

    def of_kind(self, token):
        # ok: token-read-before-verification
        unverified = jwt.decode(
            token, options={"verify_signature": False}
        )
        if "iss" in unverified:
            return validate_first_token(token)
        if unverified.get("type") == "access":
            return validate_own_token(token)
        return None

    def and_of_name(self, token):
        # review: token-read-before-verification
        unverified = jwt.decode(token, options={"verify_signature": False})
        if unverified.get("type") == "access":
            validate_own_token(token)
        return unverified.get("sub")
