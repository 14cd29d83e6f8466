class Debug
{
    void Handlers()
    {
#if DEBUG
        // ok: certificate-check-switched-off
        handler.ServerCertificateCustomValidationCallback = (a, b, c, d) => true;
#endif
    }
}
