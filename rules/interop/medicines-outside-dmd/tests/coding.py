# ok: medicines-outside-dmd
DMD = "https://dmd.nhs.uk"
OTHER = "http://www.whocc.no/atc"
