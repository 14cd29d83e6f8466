class AccountStore:
    # def decrypt_password(self, kept): gone since hashes are kept
    # review: password-can-be-read-back
    async def decrypt_password(self, kept: bytes) -> str:
        return self._box.open(kept)

    # ok: password-can-be-read-back
    def check_password(self, account, typed: str) -> bool:
        return argon2.verify(account.password, typed)

    # A report, and the account at a mail server.
    # ok: password-can-be-read-back
    def decrypt_password_protected_pdf(self, content: bytes) -> bytes:
        return pdf.open(content, self.pin)

    def decrypt_smtp_password(self, kept: bytes) -> str:
        return self._box.open(kept)
