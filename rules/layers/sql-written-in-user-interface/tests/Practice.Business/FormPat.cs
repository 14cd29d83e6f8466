namespace Practice.Business {
    // A form that a patient filled in, not a window.
    public class FormPat {
        // ok: sql-written-in-user-interface
        private const string Find = "SELECT FormPatNum FROM formpat WHERE PatNum = @id";
    }
}
