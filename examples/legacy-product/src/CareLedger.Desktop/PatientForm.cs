using System;
using System.Configuration;
using System.Data.SqlClient;
using System.Drawing;
using System.IO;
using System.Windows.Forms;

namespace CareLedger.Desktop
{
    public class PatientForm : Form
    {
        private const string DocumentShare = @"\\CL-FILE01\Documents";

        private readonly long nhsNumber;
        private readonly TextBox surname = new TextBox();
        private readonly TextBox diagnosis = new TextBox { Multiline = true };
        private readonly Button save = new Button { Text = "Save" };

        public PatientForm(long nhsNumber)
        {
            this.nhsNumber = nhsNumber;
            Text = "Patient " + nhsNumber;
            Controls.AddRange(new Control[] { surname, diagnosis, save });
            save.Click += Save;
            Load += Read;
        }

        private void Read(object sender, EventArgs e)
        {
            using (var connection = new SqlConnection(
                ConfigurationManager.ConnectionStrings["CareLedger"].ConnectionString))
            {
                connection.Open();
                var command = new SqlCommand("SELECT Surname, DiagnosisText FROM Patients WHERE NhsNumber = @number", connection);
                command.Parameters.AddWithValue("@number", nhsNumber);
                using (SqlDataReader reader = command.ExecuteReader())
                {
                    if (reader.Read())
                    {
                        surname.Text = reader.GetString(0);
                        diagnosis.Text = reader.GetString(1);
                    }
                }
            }
            string photograph = Path.Combine(DocumentShare, nhsNumber + ".jpg");
            if (File.Exists(photograph))
            {
                BackgroundImage = Image.FromFile(photograph);
            }
        }

        private void Save(object sender, EventArgs e)
        {
            using (var connection = new SqlConnection(
                ConfigurationManager.ConnectionStrings["CareLedger"].ConnectionString))
            {
                connection.Open();
                var command = new SqlCommand(
                    "UPDATE Patients SET Surname = '" + surname.Text + "', DiagnosisText = '" + diagnosis.Text
                    + "' WHERE NhsNumber = " + nhsNumber, connection);
                command.ExecuteNonQuery();
            }
            File.AppendAllText(@"C:\CareLedger\log.txt", "Saved patient " + nhsNumber + " " + surname.Text + Environment.NewLine);
        }
    }
}
