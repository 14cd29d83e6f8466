CREATE TABLE patient (
    id uuid PRIMARY KEY,
    family_name text,
    date_of_birth date
);
