using System.Windows;
using Microsoft.Win32;

namespace CareLedger.Desktop
{
    public partial class SettingsWindow : Window
    {
        private const string Key = @"HKEY_LOCAL_MACHINE\SOFTWARE\CareLedger";

        public SettingsWindow()
        {
            InitializeComponent();
            Server.Text = (string)Registry.GetValue(Key, "Server", "CL-SQL01");
        }

        private void Save(object sender, RoutedEventArgs e)
        {
            Registry.SetValue(Key, "Server", Server.Text);
            Registry.SetValue(Key, "Password", Password.Password);
            Close();
        }
    }
}
