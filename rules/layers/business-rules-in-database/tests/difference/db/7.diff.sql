CREATE PROCEDURE merge_rows(id INT)
BEGIN
  IF id > 0 THEN
    UPDATE rows SET merged = 1;
  END IF;
END;
