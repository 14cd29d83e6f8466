using System.Windows;
using Microsoft.EntityFrameworkCore;

namespace Desk
{
    public partial class MainWindow : Window
    {
    }
}
