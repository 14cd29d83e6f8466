CREATE TABLE prescription (
    -- review: dose-as-floating-point
    daily_dose FLOAT NOT NULL,
    -- ok: dose-as-floating-point
    dose numeric(12, 4) NOT NULL
);
