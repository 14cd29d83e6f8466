using Microsoft.Azure.Functions.Worker;

public class Reminders
{
    [Function("Reminders")]
    public void Run([HttpTrigger(AuthorizationLevel.Function, "get")] HttpRequestData asked)
    {
        Reminder.Send();
    }
}
