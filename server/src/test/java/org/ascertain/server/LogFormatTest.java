package org.ascertain.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.URL;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;

/** What the log shows of a fault. */
class LogFormatTest {

  private static final int ABOVE_THE_FILE = 400;

  @Test
  void a_fault_is_logged_in_one_sentence() throws IOException {
    assertThat(logged(Map.of())).isEqualTo("ascertain: reader of x stopped\n");
  }

  /** ServerMain sets it where ASCERTAIN_DEBUG asks for it. */
  @Test
  void where_it_happened_is_logged_to_who_asks() throws IOException {
    assertThat(logged(Map.of("ascertain.trace", "%e")))
        .startsWith("ascertain: reader of x stopped")
        .contains("IllegalStateException: broken", "\tat " + LogFormatTest.class.getName());
  }

  private static String logged(Map<String, String> asked) throws IOException {
    URL file = Objects.requireNonNull(LogFormatTest.class.getResource("/application.properties"));
    String pattern =
        new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .withSources(
                new PropertiesConfigSource(file),
                new PropertiesConfigSource(asked, "asked for", ABOVE_THE_FILE))
            .build()
            .getValue("quarkus.log.console.format", String.class);
    ExtLogRecord fault =
        new ExtLogRecord(Level.SEVERE, "reader of x stopped", LogFormatTest.class.getName());
    fault.setThrown(new IllegalStateException("broken"));
    return new PatternFormatter(pattern).format(fault);
  }
}
