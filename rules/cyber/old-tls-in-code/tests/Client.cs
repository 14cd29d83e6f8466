class Client
{
    void All()
    {
        // ruleid: old-tls-in-code
        ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls12 | SecurityProtocolType.Tls11;
        // ruleid: old-tls-in-code
        handler.SslProtocols = SslProtocols.Tls;
        // Taken out, and compared.
        ServicePointManager.SecurityProtocol &= ~SecurityProtocolType.Ssl3;
        if (stream.SslProtocol == SslProtocols.Tls) { throw new Exception(); }
        // ok: old-tls-in-code
        handler.SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13;
    }
}
