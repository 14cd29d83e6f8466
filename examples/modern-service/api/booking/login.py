"""NHS login: who is asking, and how well has that been proved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, Protocol

import jwt
from fastapi import Depends, HTTPException, Request, status

HIGH_PROOFING = "P9"
COOKIE = "__Host-booking"


class Keys(Protocol):
    """Gives the key that signed a token; ``jwt.PyJWKClient`` does, from the issuer's JWKS, and keeps it for a while."""

    def get_signing_key_from_jwt(self, token: str | bytes) -> Any:
        """The key, by the token's ``kid``."""
        ...


@dataclass(frozen=True)
class Citizen:
    """Somebody who signed in."""

    subject: str
    nhs_number: str


@dataclass(frozen=True)
class Verifier:
    """Verifies tokens of one issuer for one audience."""

    issuer: str
    audience: str
    keys: Keys

    def citizen(self, token: str) -> Citizen:
        """Who the token stands for.

        Raises:
            HTTPException: The token is not genuine, not for us, or proves too little to see a record.
        """
        try:
            claims = jwt.decode(
                token,
                self.keys.get_signing_key_from_jwt(token).key,
                algorithms=["RS512"],
                issuer=self.issuer,
                audience=self.audience,
                options={"require": ["exp", "iat", "iss", "aud", "sub"]},
                leeway=30,
            )
        except jwt.PyJWTError as error:
            raise HTTPException(status.HTTP_401_UNAUTHORIZED, "Sign in again") from error
        if claims.get("identity_proofing_level") != HIGH_PROOFING:
            raise HTTPException(status.HTTP_403_FORBIDDEN, "Prove who you are with NHS login first")
        return Citizen(subject=claims["sub"], nhs_number=claims["nhs_number"])


def signed_in(request: Request) -> Citizen:
    """Dependency of every operation that touches a record."""
    token = request.cookies.get(COOKIE)
    if token is None:
        raise HTTPException(status.HTTP_401_UNAUTHORIZED, "Sign in with NHS login")
    verifier: Verifier = request.app.state.verifier
    return verifier.citizen(token)


SignedIn = Annotated[Citizen, Depends(signed_in)]
