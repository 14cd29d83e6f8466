public class Tried
{
    public Answer Ask(Pharmacy pharmacy)
    {
        if (_environment.IsDevelopment())
        {
            return AskByGrpc(pharmacy);
        }
        return AskByHttp(pharmacy);
    }

    private Answer AskByGrpc(Pharmacy pharmacy)
    {
        // ok: service-call-without-identity
        var channel = new Channel(pharmacy.Address, ChannelCredentials.Insecure);
        return new Client(channel).Ask();
    }
}
