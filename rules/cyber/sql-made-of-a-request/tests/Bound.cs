public class Bound
{
    // ok: sql-made-of-a-request
    public IQueryable<Shift> All() => _context.Shifts.FromSqlInterpolated($"SELECT * FROM shift WHERE id = {Request.Query["id"]}");
}
