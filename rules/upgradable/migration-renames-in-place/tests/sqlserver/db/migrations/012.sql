EXEC sp_rename 'dbo.Patient.Dob', 'BirthDate', 'COLUMN';
