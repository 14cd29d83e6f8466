CREATE PROCEDURE dbo.CalculateCharge @Patient int AS
BEGIN
    DECLARE @Age int = (SELECT Age FROM Patients WHERE Id = @Patient);
    IF @Age < 16
        UPDATE Charges SET Amount = 0 WHERE Patient = @Patient;
    ELSE
        UPDATE Charges SET Amount = 9.9 WHERE Patient = @Patient;
END
GO
