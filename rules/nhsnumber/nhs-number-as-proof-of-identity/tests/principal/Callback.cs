public class Callback {
    string Number(ClaimsPrincipal user) => user.FindFirstValue("nhs_number");
}
