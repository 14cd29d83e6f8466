CREATE PROCEDURE close_episode(id INT)
BEGIN
  IF id > 0 THEN
    UPDATE episodes SET closed = 1;
  END IF;
END;
