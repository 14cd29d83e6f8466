using System;
using System.Configuration;
using System.Data.SqlClient;
using System.Windows.Forms;

namespace CareLedger.Desktop
{
    public class PrescriptionForm : Form
    {
        private readonly long nhsNumber;
        private readonly ComboBox drug = new ComboBox();
        private readonly TextBox dose = new TextBox();
        private readonly Button issue = new Button { Text = "Issue" };

        public PrescriptionForm(long nhsNumber)
        {
            this.nhsNumber = nhsNumber;
            Controls.AddRange(new Control[] { drug, dose, issue });
            issue.Click += Issue;
        }

        private void Issue(object sender, EventArgs e)
        {
            double doseInMilligrams = double.Parse(dose.Text);
            try
            {
                CheckInteractions(drug.Text);
            }
            catch
            {
            }

            using (var connection = new SqlConnection(
                ConfigurationManager.ConnectionStrings["CareLedger"].ConnectionString))
            {
                connection.Open();
                var command = new SqlCommand(
                    "INSERT INTO Prescriptions (NhsNumber, LocalDrugCode, Dose, IssuedAt) VALUES (@number, @drug, @dose, GETDATE())",
                    connection);
                command.Parameters.AddWithValue("@number", nhsNumber);
                command.Parameters.AddWithValue("@drug", drug.Text);
                command.Parameters.AddWithValue("@dose", doseInMilligrams);
                command.ExecuteNonQuery();
            }
        }

        private static void CheckInteractions(string drug)
        {
            using (var client = new System.Net.WebClient())
            {
                string answer = client.DownloadString("http://nww.drugcheck.invalid/check?drug=" + drug);
                if (answer.Contains("SEVERE"))
                {
                    MessageBox.Show(answer, "Interaction", MessageBoxButtons.OK, MessageBoxIcon.Warning);
                }
            }
        }
    }
}
