using System.Data.SqlClient;

namespace Practice
{
    public class Patients
    {
        public object Read(string id) => new SqlCommand("SELECT Surname FROM Patients").ExecuteScalar();
    }
}
