namespace Discharges;

public sealed class Workflow(HttpClient client, TokenCredential credential)
{
    private const string Address =
        "https://prod-31.uksouth.logic.azure.com:443/workflows/1nvented0d15charge/triggers/manual/paths/invoke?api-version=2016-10-01";

    public async Task Start(Discharge discharge, CancellationToken stop)
    {
        var token = await credential.GetTokenAsync(new TokenRequestContext(["https://management.azure.com/.default"]), stop);
        client.DefaultRequestHeaders.Authorization = new("Bearer", token.Token);
        await client.PostAsJsonAsync(Address, discharge, stop);
    }
}
