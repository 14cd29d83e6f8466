CREATE TABLE patients (
    -- ruleid: nhs-number-as-key
    NhsNumber BIGINT NOT NULL PRIMARY KEY
);
CREATE TABLE allergies (
    code varchar(18) NOT NULL,
    nhs_number char(10) NOT NULL,
    -- ruleid: nhs-number-as-key
    PRIMARY KEY (nhs_number)
);
CREATE TABLE visits (
    -- ok: nhs-number-as-key
    id uuid PRIMARY KEY,
    -- ok: nhs-number-as-key
    nhs_number char(10) UNIQUE
);
