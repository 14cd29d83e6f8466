CREATE TABLE patients (
    id uuid PRIMARY KEY,
    nhs_number char(10) UNIQUE NOT NULL
);
CREATE INDEX patients_by_number ON patients (nhs_number);
