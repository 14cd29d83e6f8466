CREATE PROCEDURE add_missing_column()
BEGIN
    IF (SELECT COUNT(*) FROM information_schema.columns WHERE table_name = 'patients' AND column_name = 'practice') = 0 THEN
        ALTER TABLE patients ADD COLUMN practice VARCHAR(6);
    END IF;
END;
CALL add_missing_column();
DROP PROCEDURE add_missing_column;
