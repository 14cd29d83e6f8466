"""Hawthorn Vaccination Booking: the API behind the website, and behind the partners' own."""
