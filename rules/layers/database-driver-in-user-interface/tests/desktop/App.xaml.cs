using System.Net.Http;
using System.Windows;
// open: database-driver-in-user-interface
using Microsoft.EntityFrameworkCore;

namespace Surgery.Desktop
{
    public partial class App : Application
    {
        private void Start()
        {
            services.AddHttpClient<IPatients, PatientsClient>();
            Refresh.Execute(null);
            // services.AddDbContext<SurgeryContext>();
            // var context = scope.ServiceProvider.GetRequiredService<SurgeryContext>();
        }
    }
}
