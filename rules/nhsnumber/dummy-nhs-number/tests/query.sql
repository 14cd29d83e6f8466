-- ruleid: dummy-nhs-number
SELECT coalesce(p.nhs_number, '9999999999') FROM patient p;
