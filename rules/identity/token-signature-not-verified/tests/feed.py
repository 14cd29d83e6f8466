import jwt


class Feed:
    """Of the token with which this program asks another: when it ends."""

    def renew(self, answer):
        # ok: token-signature-not-verified
        self.ends = jwt.decode(answer["access_token"], options={"verify_signature": False})["exp"]
        self.session.headers["Authorization"] = "Bearer " + answer["access_token"]
