package org.ascertain.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each test has a wide window of its own; none may leave a fault in the console. */
@ExtendWith(Site.class)
abstract class WideWindow {

  Page page;

  @BeforeEach
  void open() {
    page = Site.chromium().page(1280, 900);
  }

  @AfterEach
  void closed_without_a_fault_in_the_console() {
    page.context().close();
    assertThat(Site.chromium().faults()).allMatch(this::isExpected);
  }

  /** Whether a test brings about a line of the console on purpose. */
  boolean isExpected(String fault) {
    return false;
  }
}
