CREATE PROCEDURE [dbo].[GetMessages]
  @offSet INT,
  @SortColumn NVARCHAR(50) = 'CreatedAt'
AS
BEGIN
IF @SortColumn NOT IN ('Id', 'CreatedAt')
  SET @SortColumn = 'CreatedAt'
SELECT Id, CreatedAt FROM Messages ORDER BY CreatedAt OFFSET @offSet ROWS
END
