CREATE TABLE bookings (id int PRIMARY KEY, patient int NOT NULL, slot int NOT NULL);

CREATE OR REPLACE PROCEDURE book_slot(p_patient int, p_slot int)
LANGUAGE plpgsql AS $$
BEGIN
    IF (SELECT count(*) FROM bookings WHERE patient = p_patient) > 2 THEN
        RAISE EXCEPTION 'too many bookings';
    END IF;
    INSERT INTO bookings (patient, slot) VALUES (p_patient, p_slot);
END $$;
