# review: routine-made-by-terraform-decides
resource "postgresql_function" "eligible" {
  name     = "eligible"
  returns  = "boolean"
  language = "plpgsql"
  body     = <<-SQL
    BEGIN
      IF age >= 50 THEN
        RETURN true;
      END IF;
      RETURN false;
    END;
  SQL
}

# ok: routine-made-by-terraform-decides
resource "postgresql_function" "by_practice" {
  name     = "by_practice"
  returns  = "setof registrations"
  language = "sql"
  body     = "SELECT id FROM registrations WHERE practice = $1"
}

# Keeps who changed what: the service does not decide this.
# ok: routine-made-by-terraform-decides
resource "postgresql_function" "audit" {
  name     = "audit"
  returns  = "TRIGGER"
  language = "plpgsql"
  body     = "BEGIN IF NEW.id IS NULL THEN RAISE EXCEPTION 'no id'; END IF; RETURN NEW; END;"
}

# The procedures lie in another repository.
# open: routine-made-by-terraform-decides
resource "postgresql_function" "recall" {
  name     = "recall"
  returns  = "date"
  language = "plpgsql"
  body     = file("${path.module}/../../../procedures/recall.sql")
}
