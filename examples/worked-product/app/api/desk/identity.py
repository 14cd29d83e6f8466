"""NHS CIS2: which member of staff is asking, and in which role."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, Protocol

import jwt
from fastapi import Depends, HTTPException, Request, status

COOKIE = "__Host-desk"
TRIAGE = "R8000"


class Keys(Protocol):
    """Gives the key that signed a token, from the issuer's JWKS."""

    def get_signing_key_from_jwt(self, token: str | bytes) -> Any:
        """The key, by the token's ``kid``."""
        ...


@dataclass(frozen=True)
class Clinician:
    """A member of staff who signed in."""

    subject: str
    role: str
    organisation: str


@dataclass(frozen=True)
class Verifier:
    """Verifies tokens of one issuer for one audience."""

    issuer: str
    audience: str
    keys: Keys

    def clinician(self, token: str) -> Clinician:
        """Who the token stands for.

        Raises:
            HTTPException: The token is not genuine, not for us, or gives no role that may triage.
        """
        try:
            claims = jwt.decode(
                token,
                self.keys.get_signing_key_from_jwt(token).key,
                algorithms=["RS256"],
                issuer=self.issuer,
                audience=self.audience,
                options={"require": ["exp", "iat", "iss", "aud", "sub"]},
            )
        except jwt.PyJWTError as error:
            raise HTTPException(status.HTTP_401_UNAUTHORIZED, "Sign in again") from error
        if claims.get("nhsid_role") != TRIAGE or claims.get("id_assurance_level") != "3":
            raise HTTPException(status.HTTP_403_FORBIDDEN, "Your role may not triage referrals")
        return Clinician(claims["sub"], claims["nhsid_role"], claims["nhsid_org_code"])


def signed_in(request: Request) -> Clinician:
    """Dependency of every operation that touches a referral."""
    token = request.cookies.get(COOKIE)
    if token is None:
        raise HTTPException(status.HTTP_401_UNAUTHORIZED, "Sign in with NHS CIS2")
    verifier: Verifier = request.app.state.verifier
    return verifier.clinician(token)


SignedIn = Annotated[Clinician, Depends(signed_in)]
