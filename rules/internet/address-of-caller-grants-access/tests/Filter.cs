class Filter
{
    void OnRequest(HttpContext context)
    {
        // review: address-of-caller-grants-access
        if (_whitelist.Contains(context.Connection.RemoteIpAddress.ToString())) return;
        // ok: address-of-caller-grants-access
        _log.Write(context.Connection.RemoteIpAddress);
    }
}
