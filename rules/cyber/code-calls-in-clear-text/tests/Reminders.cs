public class Reminders
{
    public void Send(NameValueCollection values)
    {
        using (var client = new WebClient())
        {
            // ruleid: code-calls-in-clear-text
            client.UploadValues("http://api.sms-sender.co.uk/v2/send", "Post", values);
            // client.UploadValues("http://api.old-sender.co.uk/v2/send", "Post", values);
            // ok: code-calls-in-clear-text
            client.UploadValues("https://api.sms-sender.co.uk/v2/send", "Post", values);
        }
    }
}
