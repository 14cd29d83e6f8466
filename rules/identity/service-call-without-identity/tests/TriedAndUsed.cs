public class TriedAndUsed
{
    public Answer Ask(Pharmacy pharmacy)
    {
        if (_environment.IsDevelopment())
        {
            _log.Note(pharmacy);
        }

        var found = _known.Of(pharmacy);
        return AskByGrpc(found);
    }

    private Answer AskByGrpc(Pharmacy pharmacy)
    {
        // review: service-call-without-identity
        var channel = new Channel(pharmacy.Address, ChannelCredentials.Insecure);
        return new Client(channel).Ask();
    }
}
