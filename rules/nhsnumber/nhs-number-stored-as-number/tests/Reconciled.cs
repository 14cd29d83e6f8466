public class ReconciliationStats
{
    public int Count { get; set; }
    public int SupersededNhsNumber { get; set; }
    public int MissingNhsNumber { get; set; }
}

public class Row
{
    // ruleid: nhs-number-stored-as-number
    public long SupersededNhsNumber { get; set; }
    public int InvalidNhsNumber { get; set; }
}

public class AttendanceStats
{
    // ruleid: nhs-number-stored-as-number
    public long NhsNumber { get; set; }
}
