CREATE EXTENSION IF NOT EXISTS postgres_fdw;
-- ruleid: database-linked-to-another-system
CREATE SERVER pathology FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'lab');
