-- ruleid: database-linked-to-another-system
SELECT * FROM dblink('host=lab', 'SELECT id FROM results') AS r(id int);
-- ok: database-linked-to-another-system
SELECT * FROM dblinks;
