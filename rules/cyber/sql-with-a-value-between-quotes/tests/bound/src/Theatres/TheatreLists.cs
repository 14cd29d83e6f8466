namespace Theatres;

public class TheatreLists(TheatreContext context, ILogger<TheatreLists> logger)
{
    public IQueryable<Session> Of(string theatre) =>
        context.Sessions.FromSqlInterpolated($"SELECT * FROM session WHERE theatre = {theatre}");

    public Task<int> Close(string theatre, string surgeon)
    {
        logger.LogInformation($"closing sessions where theatre = '{theatre}'");
        return context.Database.ExecuteSqlAsync($"UPDATE session SET open = 0 WHERE theatre = {theatre} AND surgeon = {surgeon}");
    }

    public string Cancelled() => $"SELECT * FROM session WHERE state = '{SessionState.Cancelled}'";
}
