# Parts

The pages call the API; the API owns the database.
