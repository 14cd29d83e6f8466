using System.Windows;
// ruleid: database-driver-in-user-interface
using Dapper;

namespace Surgery.Desktop
{
    public partial class Rota : Window
    {
        private void Read()
        {
            List.ItemsSource = connection.Query<Shift>("SELECT Ward FROM Shifts");
        }
    }
}
