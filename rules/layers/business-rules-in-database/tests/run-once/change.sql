CREATE OR REPLACE PROCEDURE number_beds IS
CURSOR c1 IS SELECT id FROM bed WHERE number IS NULL;
BEGIN
  FOR b IN c1
  LOOP
    UPDATE bed SET number = bed_seq.nextval WHERE id = b.id;
  END LOOP;
END;
/
EXECUTE number_beds();
