CREATE FUNCTION trimester_of(weeks INT) RETURNS INT AS $$
BEGIN
  IF weeks < 13 THEN
    RETURN 1;
  END IF;
  RETURN 2;
END $$ LANGUAGE plpgsql;
