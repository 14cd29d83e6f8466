public class Rota
{
    public void Remove()
    {
        // ruleid: sql-made-of-a-request
        _command.CommandText = $"DELETE FROM shift WHERE id = {Request.Query["id"]}";
    }
}
