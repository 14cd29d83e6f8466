using System;
using System.Configuration;
using System.Data.SqlClient;
using System.Windows.Forms;

namespace CareLedger.Desktop
{
    public class InvoiceForm : Form
    {
        private readonly DateTimePicker month = new DateTimePicker();
        private readonly Button export = new Button { Text = "Export to Access" };

        public InvoiceForm()
        {
            Controls.AddRange(new Control[] { month, export });
            export.Click += Export;
        }

        private void Export(object sender, EventArgs e)
        {
            using (var connection = new SqlConnection(
                ConfigurationManager.ConnectionStrings["CareLedger"].ConnectionString))
            {
                connection.Open();
                var command = new SqlCommand("EXEC dbo.MakeInvoices @month, 'D:\\Exports\\invoices.mdb'", connection);
                command.Parameters.AddWithValue("@month", month.Value);
                command.ExecuteNonQuery();
            }
        }
    }
}
