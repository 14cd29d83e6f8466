// ok: desktop-windows-in-code
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Practice
{
    public class PatientsModel : PageModel
    {
    }
}
