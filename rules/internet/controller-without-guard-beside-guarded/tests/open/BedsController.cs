// Derives from a class of the product's own, which may be guarded.
public class BedsController : StaffController
{
    public IActionResult All() => View();
}
