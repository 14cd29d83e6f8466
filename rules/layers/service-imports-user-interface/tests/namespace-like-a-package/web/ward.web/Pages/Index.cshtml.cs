using Microsoft.AspNetCore.Mvc.RazorPages;
using ward.beds.Models;

namespace ward.web.Pages;

public class IndexModel : PageModel
{
    public Bed Bed { get; } = new("A1");
}
