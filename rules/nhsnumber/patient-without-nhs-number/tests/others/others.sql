CREATE TABLE patient_contact (
    patient_id uuid,
    surname text
);
CREATE TABLE staff (
    id uuid,
    surname text
);
