// ok: database-driver-in-user-interface
using System.Data.SqlClient;

namespace Surgery.Service
{
    public class PatientRepository
    {
        public void Read() { new SqlCommand("SELECT Surname FROM Patients"); }
    }
}
