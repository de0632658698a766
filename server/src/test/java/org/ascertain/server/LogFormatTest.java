package org.ascertain.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.URL;
import java.time.Instant;
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

  @Test
  void as_json_a_line_has_what_was_logged_and_where_a_fault_happened() throws IOException {
    ExtLogRecord fault =
        new ExtLogRecord(
            Level.SEVERE, "reader of \"x\" stopped\nhere", LogFormatTest.class.getName());
    fault.setLoggerName("org.ascertain.x");
    fault.setThrown(new IllegalStateException("broken"));
    fault.setInstant(Instant.parse("2028-11-08T03:00:00Z"));
    String line = new JsonLog().format(fault);
    assertThat(line).endsWith("}\n").hasLineCount(1);
    JsonNode json = new ObjectMapper().readTree(line);
    assertThat(json.path("time").asText()).isEqualTo("2028-11-08T03:00:00Z");
    assertThat(json.path("level").asText()).isEqualTo("SEVERE");
    assertThat(json.path("logger").asText()).isEqualTo("org.ascertain.x");
    assertThat(json.path("message").asText()).isEqualTo("reader of \"x\" stopped\nhere");
    assertThat(json.path("trace").asText()).contains("broken", LogFormatTest.class.getName());
  }

  @Test
  void as_json_what_is_no_fault_has_no_trace() throws IOException {
    String line = JsonLog.line(Instant.parse("2028-11-08T03:00:00Z"), "Ascertain serves");
    assertThat(new ObjectMapper().readTree(line).has("trace")).isFalse();
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
