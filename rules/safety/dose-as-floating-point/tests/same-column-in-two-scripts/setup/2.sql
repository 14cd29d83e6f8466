CREATE TABLE plan (
    plan_dose double precision DEFAULT 0,
    note text
);
