using System;
using System.Configuration;
using System.Data;
using System.Data.SqlClient;
using System.Windows.Forms;

namespace CareLedger.Desktop
{
    public class PatientSearchForm : Form
    {
        private readonly TextBox surname = new TextBox { Dock = DockStyle.Top };
        private readonly DataGridView results = new DataGridView { Dock = DockStyle.Fill, ReadOnly = true };

        public PatientSearchForm()
        {
            Text = "Find a patient";
            Controls.Add(results);
            Controls.Add(surname);
            surname.TextChanged += Search;
            results.CellDoubleClick += Open;
        }

        private void Search(object sender, EventArgs e)
        {
            using (var connection = new SqlConnection(
                ConfigurationManager.ConnectionStrings["CareLedger"].ConnectionString))
            using (var adapter = new SqlDataAdapter(
                "SELECT NhsNumber, Surname, Forename, DateOfBirth FROM Patients WHERE Surname LIKE '" + surname.Text + "%'",
                connection))
            {
                var table = new DataTable();
                adapter.Fill(table);
                results.DataSource = table;
            }
        }

        private void Open(object sender, DataGridViewCellEventArgs e)
        {
            long nhsNumber = (long)results.Rows[e.RowIndex].Cells["NhsNumber"].Value;
            new PatientForm(nhsNumber).Show();
        }
    }
}
