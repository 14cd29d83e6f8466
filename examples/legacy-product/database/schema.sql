-- SQL Server 2014. Run by hand in Management Studio.

CREATE TABLE Patients (
    NhsNumber     BIGINT        NOT NULL PRIMARY KEY CHECK (LEN(CAST(NhsNumber AS VARCHAR(20))) = 10),
    Surname       VARCHAR(40)   NOT NULL,
    Forename      VARCHAR(40)   NOT NULL,
    DateOfBirth   DATETIME      NOT NULL,
    DiagnosisText VARCHAR(255)  NULL,
    ReadCode      VARCHAR(7)    NULL
);

CREATE TABLE Users (
    UserName      VARCHAR(20)   NOT NULL PRIMARY KEY,
    PasswordHash  VARCHAR(32)   NOT NULL
);

CREATE TABLE Practices (
    PracticeName  VARCHAR(80)   NOT NULL PRIMARY KEY
);

CREATE TABLE Prescriptions (
    Id            INT IDENTITY  PRIMARY KEY,
    NhsNumber     BIGINT        NOT NULL REFERENCES Patients (NhsNumber),
    LocalDrugCode VARCHAR(12)   NOT NULL,
    Dose          FLOAT         NOT NULL,
    IssuedAt      DATETIME      NOT NULL
);

CREATE TABLE Results (
    Id            INT IDENTITY  PRIMARY KEY,
    NhsNumber     BIGINT        NOT NULL,
    Test          VARCHAR(40)   NOT NULL,
    Value         VARCHAR(40)   NOT NULL
);

EXEC sp_addlinkedserver @server = 'PAYROLL01', @srvproduct = 'SQL Server';
