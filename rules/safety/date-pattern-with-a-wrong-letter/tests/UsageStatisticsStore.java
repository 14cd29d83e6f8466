class UsageStatisticsStore {
    // ok: date-pattern-with-a-wrong-letter
    private final SimpleDateFormat started = new SimpleDateFormat("yyyy-MM-dd hh:mm:ss.SSS");
}
