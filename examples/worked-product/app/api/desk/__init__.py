"""The API of the Birchwood Referral Desk."""
