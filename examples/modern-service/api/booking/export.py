"""Everything that the buyer owns, as FHIR NDJSON: run monthly, and on the day that the contract ends."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import boto3

from booking import fhir
from booking.settings import Settings
from booking.store import Store


def main() -> None:
    """Write one object with all appointments to the export bucket."""
    settings = Settings.from_environment()
    store = Store.connect(settings.database_url)
    lines = "".join(json.dumps(fhir.appointment(row)) + "\n" for row in store.every_appointment())
    boto3.client("s3", region_name="eu-west-2").put_object(
        Bucket=settings.export_bucket,
        Key=f"{datetime.now(UTC):%Y-%m-%d}/Appointment.ndjson",
        Body=lines.encode(),
        ContentType="application/fhir+ndjson",
        ServerSideEncryption="aws:kms",
    )


if __name__ == "__main__":
    main()
