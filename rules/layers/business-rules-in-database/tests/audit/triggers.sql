CREATE OR REPLACE FUNCTION keep_trail() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        INSERT INTO trail VALUES (OLD.id, now());
    ELSIF NEW.id IS NULL THEN
        NEW.id := nextval('ids');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER patients_trail AFTER UPDATE ON patients FOR EACH ROW EXECUTE FUNCTION keep_trail();
CREATE POLICY own_practice ON patients USING (practice = current_setting('app.practice'));
