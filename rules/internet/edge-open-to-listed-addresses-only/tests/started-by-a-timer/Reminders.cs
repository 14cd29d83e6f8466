using Microsoft.Azure.Functions.Worker;

public class Reminders
{
    [Function("Reminders")]
    public void Run([TimerTrigger("0 0 10 * * *")] TimerInfo asked)
    {
        Reminder.Send();
    }
}
