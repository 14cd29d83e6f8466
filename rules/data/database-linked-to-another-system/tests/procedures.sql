-- ruleid: database-linked-to-another-system
EXEC sp_addlinkedserver @server = 'PAS', @srvproduct = '', @provider = 'MSOLEDBSQL';
-- ruleid: database-linked-to-another-system
SELECT * FROM OPENQUERY(PAS, 'SELECT * FROM dbo.Appointments');
-- The linked server was dropped: sp_addlinkedserver is not used any more.
-- ok: database-linked-to-another-system
SELECT Id FROM dbo.Links;
