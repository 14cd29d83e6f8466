from dataclasses import dataclass


@dataclass
class Appointment:
    slot: str
