"""What differs between environments; secrets come as files, never as environment variables."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Settings:
    """Everything that is configured from outside."""

    database_url: str
    pds_base_url: str
    login_issuer: str
    login_client_id: str
    export_bucket: str

    @classmethod
    def from_environment(cls) -> Settings:
        """Read the settings of this process."""
        return cls(
            database_url=Path(os.environ["DATABASE_URL_FILE"]).read_text(encoding="utf-8").strip(),
            pds_base_url=os.environ["PDS_BASE_URL"],
            login_issuer=os.environ["NHS_LOGIN_ISSUER"],
            login_client_id=os.environ["NHS_LOGIN_CLIENT_ID"],
            export_bucket=os.environ.get("EXPORT_BUCKET", ""),
        )
