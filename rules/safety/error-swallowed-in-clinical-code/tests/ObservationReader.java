public class ObservationReader {
  void optional(Object entry) {
    try {
      entry.getClass().getMethod("setOrigin", Instant.class).invoke(entry, now());
    } catch (IllegalAccessException error) {
      LOG.error("origin", error);
    // ok: error-swallowed-in-clinical-code
    } catch (NoSuchMethodException ignored) {
      // not every entry has an origin
    }
  }

  void unsaid(Object entry) {
    try {
      entry.getClass().getMethod("setOrigin", Instant.class).invoke(entry, now());
    // review: error-swallowed-in-clinical-code
    } catch (NoSuchMethodException error) {
    }
  }

  void all(Object entry) {
    try {
      entry.getClass().getMethod("setOrigin", Instant.class).invoke(entry, now());
    // review: error-swallowed-in-clinical-code
    } catch (Exception ignored) {
    }
  }

  boolean flag(Request request) {
    boolean seen = false;
    // ok: error-swallowed-in-clinical-code
    try { seen = Boolean.parseBoolean(request.getParameter("seen")); } catch (Exception error) { /* all else is no */ }
    return seen;
  }

  void flagOfStore() {
    boolean seen = false;
    // review: error-swallowed-in-clinical-code
    try { seen = Boolean.parseBoolean(load()); save(seen); } catch (Exception error) { /* all else is no */ }
  }

  List<String> read() {
    ResultSet rs = query();
    try {
      return rows(rs);
    } finally {
      // ok: error-swallowed-in-clinical-code
      try { rs.close(); } catch (SQLException error) { }
      // ok: error-swallowed-in-clinical-code
      try { if (statement != null) statement.close(); } catch (SQLException error) { }
    }
  }

  void end(Visit visit) {
    // review: error-swallowed-in-clinical-code
    try { visit.close(); } catch (Exception error) { }
    // review: error-swallowed-in-clinical-code
    try { visit.save(); rs.close(); } catch (Exception error) { }
  }
}
