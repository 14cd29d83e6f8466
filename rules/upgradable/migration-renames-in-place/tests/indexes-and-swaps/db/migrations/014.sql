EXEC sp_rename N'dbo.Ward.UX_Ward_Code', N'IX_Ward_Code', N'INDEX';
EXEC sp_rename 'DF_Ward_Closed', 'DF_Ward_IsClosed';
EXEC sp_rename 'dbo.Ward.WardByCode', 'CodeOfWard', 'INDEX';
EXEC sp_rename 'Tmp_Bed', 'Bed';
EXEC sp_rename 'dbo.Ward', 'Ward_old';
EXECUTE sp_rename @Before, @After
