from uplink import Consumer, Header, get


class Letters(Consumer):
    @get("letters")
    def all(self, user_id: Header("X-User-Id")):
        """Ask another service."""
