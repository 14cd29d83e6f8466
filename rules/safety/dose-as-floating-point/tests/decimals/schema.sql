CREATE TABLE p (
    dose numeric(12, 4) NOT NULL
);
