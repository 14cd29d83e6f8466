public class LettersClient
{
    public Task<HttpResponseMessage> Send(HttpRequest request)
    {
        // Passes on to the next service what the gateway said.
        _http.DefaultRequestHeaders.Add("X-User-Id", request.Headers["X-User-Id"].ToString());
        return _http.GetAsync("letters");
    }
}
