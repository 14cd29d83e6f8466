-- ruleid: database-linked-to-another-system
SELECT * FROM dblink('host=lab', 'SELECT id FROM results') AS r(id int);
-- ok: database-linked-to-another-system
SELECT * FROM dblinks;
-- ok: database-linked-to-another-system
SELECT * FROM dblink('dbname=' || current_database(), 'SELECT pg_sleep(1)') AS r(v text);
-- ok: database-linked-to-another-system
SELECT * FROM dblink('dbname=postgres', 'CREATE DATABASE beds') AS r(v text);
