-- review: national-register-kept-locally
CREATE TABLE gp_practices (
    ods_code varchar(6) PRIMARY KEY,
    name     text
);
-- ok: national-register-kept-locally
CREATE TABLE referrals (id uuid PRIMARY KEY, practice_ods_code varchar(6));
