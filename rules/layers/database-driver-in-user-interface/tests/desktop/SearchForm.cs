// ok: database-driver-in-user-interface
using System;
using System.Windows.Forms;
using Surgery.Client;

namespace Surgery.Desktop
{
    public class SearchForm : Form
    {
        private readonly PatientsClient patients = new PatientsClient();
    }
}
