using System;
// ruleid: database-driver-in-user-interface
using System.Data.SqlClient;
using System.Windows.Forms;

namespace Surgery.Desktop
{
    public class PatientForm : Form
    {
        private void Read(object sender, EventArgs e)
        {
            var command = new SqlCommand("SELECT Surname FROM Patients WHERE Id = @id");
        }
    }
}
