CREATE OR REPLACE FUNCTION jsonb_larger(a jsonb, b jsonb) RETURNS jsonb AS $$
BEGIN
    IF a > b THEN
        RETURN a;
    END IF;
    RETURN b;
END;
$$ LANGUAGE plpgsql IMMUTABLE;

CREATE OR REPLACE AGGREGATE max(jsonb) (SFUNC = jsonb_larger, STYPE = jsonb);
