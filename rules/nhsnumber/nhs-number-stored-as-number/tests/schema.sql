CREATE TABLE patient (
    id uuid PRIMARY KEY,
    -- ruleid: nhs-number-stored-as-number
    nhs_number BIGINT NOT NULL,
    -- ok: nhs-number-stored-as-number
    previous_nhs_number char(10)
);
CREATE TABLE [dbo].[Visits] (
    -- ruleid: nhs-number-stored-as-number
    [NhsNumber] [decimal](10, 0) NULL,
    -- ok: nhs-number-stored-as-number
    NhsNumber varchar(10) NULL
);
-- ok: nhs-number-stored-as-number
SELECT nhs_number FROM patient WHERE nhs_number = '9990000018';
CREATE TABLE trace (
    -- ok: nhs-number-stored-as-number
    nhs_number_attempts integer
);
