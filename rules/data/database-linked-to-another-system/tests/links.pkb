-- ruleid: database-linked-to-another-system
CREATE PUBLIC DATABASE LINK pas CONNECT TO reader IDENTIFIED BY VALUES 'x' USING 'pas';
-- ok: database-linked-to-another-system
DROP DATABASE LINK pas;
