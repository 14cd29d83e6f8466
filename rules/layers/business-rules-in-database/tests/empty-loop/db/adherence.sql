DELIMITER $$
CREATE FUNCTION adherence_of(since VARCHAR(10)) RETURNS VARCHAR(5)
BEGIN
  DECLARE done INT DEFAULT FALSE;
  DECLARE records CURSOR FOR SELECT person_id FROM obs;
  DECLARE CONTINUE HANDLER FOR NOT FOUND SET done = TRUE;
  OPEN records;
  read_loop: LOOP
    FETCH records INTO person;
    IF done THEN
      LEAVE read_loop;
    END IF;
/*
    INSERT INTO encounter (patient_id) VALUES (person);
*/
  END LOOP;
  CLOSE records;
  RETURN "done";
END$$
