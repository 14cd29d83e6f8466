CREATE PROCEDURE dbo.MakeInvoices @month DATETIME, @file VARCHAR(200) AS
BEGIN
    DECLARE @practice VARCHAR(80), @total MONEY;
    DECLARE practices CURSOR FOR SELECT PracticeName FROM Practices;
    OPEN practices;
    FETCH NEXT FROM practices INTO @practice;
    WHILE @@FETCH_STATUS = 0
    BEGIN
        SET @total = (SELECT COUNT(*) * 1.35 FROM Prescriptions WHERE MONTH(IssuedAt) = MONTH(@month));
        IF @total > 500 SET @total = @total * 0.95;
        INSERT INTO PAYROLL01.Ledger.dbo.Invoices (Practice, Total) VALUES (@practice, @total);
        FETCH NEXT FROM practices INTO @practice;
    END
    CLOSE practices;
    DEALLOCATE practices;
    EXEC xp_cmdshell 'copy D:\Exports\template.mdb D:\Exports\invoices.mdb';
END
