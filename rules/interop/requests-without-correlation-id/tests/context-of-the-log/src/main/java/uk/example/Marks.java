package uk.example;

import java.util.UUID;
import org.apache.logging.log4j.ThreadContext;

class Marks {
  static void begin() {
    ThreadContext.put("mark", UUID.randomUUID().toString());
  }
}
