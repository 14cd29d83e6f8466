using System.Windows;
// ruleid: database-driver-in-user-interface
using Microsoft.EntityFrameworkCore;

namespace Surgery.Desktop
{
    public partial class Letters : Application
    {
        private void Start()
        {
            services.AddDbContext<SurgeryContext>(options => options.UseSqlServer(written));
        }
    }
}
