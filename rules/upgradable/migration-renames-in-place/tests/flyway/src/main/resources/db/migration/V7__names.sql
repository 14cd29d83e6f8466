-- ALTER TABLE ward RENAME COLUMN code TO old_code
ALTER TABLE patient RENAME COLUMN forename TO given_name;
