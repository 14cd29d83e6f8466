CREATE FUNCTION core.jsonb_diff(a jsonb, b jsonb) RETURNS jsonb AS $$
BEGIN
  FOR k IN SELECT jsonb_object_keys(a) LOOP
    a := a - k;
  END LOOP;
  RETURN a;
END $$ LANGUAGE plpgsql;

CREATE FUNCTION dbo.TitleTrim(@text varchar(50)) RETURNS varchar(50) AS
BEGIN
  IF LEFT(@text, 1) = '-'
    SET @text = SUBSTRING(@text, 2, 49)
  RETURN @text
END
