CREATE TABLE patient (
    -- ruleid: dummy-nhs-number
    nhs_number char(10) NOT NULL DEFAULT '0000000000',
    -- ok: dummy-nhs-number
    former_nhs_number char(10)
);
