namespace Practice.Service {
    public class PatientRepository {
        // ok: sql-written-in-user-interface
        private const string Find = "SELECT PatNum, LName FROM patient WHERE PatNum = @id";
    }
}
