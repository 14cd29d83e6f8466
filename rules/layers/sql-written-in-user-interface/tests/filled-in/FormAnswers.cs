namespace Practice.Records {
    public class FormAnswers : IAnswers {
        private const string Find = "SELECT Answer FROM form_answer WHERE FormId = @id";
    }
}
