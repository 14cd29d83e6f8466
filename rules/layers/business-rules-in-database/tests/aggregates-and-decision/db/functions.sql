CREATE FUNCTION book_slot(patient int, slot int) RETURNS void AS $$
BEGIN
    IF (SELECT count(*) FROM bookings WHERE bookings.patient = book_slot.patient) > 2 THEN
        RAISE 'too many';
    END IF;
END;
$$ LANGUAGE plpgsql;

CREATE AGGREGATE total(numeric) (SFUNC = numeric_add, STYPE = numeric);
