CREATE TABLE patients (
  id uuid PRIMARY KEY,
  nhs_number char(10),
  date_of_birth date
);
