ALTER TABLE visit
    ADD COLUMN nhs_number char(10) NOT NULL;
