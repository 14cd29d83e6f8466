namespace Practice
{
    public class Steps
    {
        public void Next() { context.Response.Clear(); Refresh.Execute(null); }
    }
}
