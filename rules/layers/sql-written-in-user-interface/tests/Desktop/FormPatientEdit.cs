namespace Practice.Desktop {
    public class FormPatientEdit : FormBase {
        private void Fill() {
            // ruleid: sql-written-in-user-interface
            string command = "SELECT PatNum, LName FROM patient WHERE PatNum = @id";
            // ruleid: sql-written-in-user-interface
            Db.NonQ("UPDATE patient SET LName = '" + name + "'");
            // ok: sql-written-in-user-interface
            string tables = "SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES";
            // ruleid: sql-written-in-user-interface
            string rooms = "SELECT name FROM system_rooms";
            // A sentence is no statement.
            // ok: sql-written-in-user-interface
            Show("Select a patient from the list");
            // ok: sql-written-in-user-interface
            Show("Update the appointment");
        }
    }
}
