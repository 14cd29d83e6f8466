CREATE TABLE discharge (
    id         uuid PRIMARY KEY,
    nhs_number char(10),
    ward       varchar(40) NOT NULL,
    ready_at   timestamptz NOT NULL,
    version    bigint NOT NULL DEFAULT 0
);

CREATE INDEX discharge_nhs_number ON discharge (nhs_number);
