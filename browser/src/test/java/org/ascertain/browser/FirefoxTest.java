package org.ascertain.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every view opens in the machine's Firefox without an error. */
@ExtendWith(Site.class)
class FirefoxTest {

  /** Address, and what is there when it is drawn. */
  private static final String[][] VIEWS = {
    {"/", ".rung svg"},
    {"/elections", ".wall li"},
    {"/us-president-2020", ".strip"},
    {"/us-president-2020?at=2020-11-04T05:27:00Z", ".poll"},
    {"/us-president-2020?at=2020-12-28&map=counties", ".county"},
    {"/us-president-2020?map=electors", ".tiles .cell"},
    {"/us-president-2020?why=voted(biden)", "dialog[open] h2"},
    {"/us-president-2020?known=then&at=2020-12-14T22:30:00Z", "a-then:not([hidden])"},
    {"/us-president-2020?lang=es", ".strip"},
    {"/us-president-2020?screen", ".strip"},
    {"/us-president-1868?at=1869-02-10", ".forked"},
    {"/us-president-1824?at=1825-02-09", ".contingent svg"},
    {"/us-president-2020/challenges", ".rows tr"},
    {"/us-president-2020/record", ".rows tr"},
    {"/us-president-2020/law", ".rows tr"},
    {"/us-president-2020/download", "main a"},
    {"/embed/us-president-2020/map", "svg.map"},
    {"/check-text.html", "form textarea"},
    {"/nowhere", ".wall li"},
  };

  private static final String WAIT =
      """
      new Promise((done) => {
        const until = performance.now() + 25000;
        const look = () => {
          if (document.querySelector('SELECTOR')) done('there');
          else if (performance.now() > until) done('missing');
          else setTimeout(look, 50);
        };
        look();
      })""";

  @Test
  void every_view_opens_without_an_error() throws IOException {
    Optional<Path> program = Firefox.program();
    assumeTrue(
        program.isPresent(), "This machine has no Firefox: the page is not tried in it here.");
    try (Firefox firefox = new Firefox(program.get())) {
      for (String[] view : VIEWS) {
        firefox.go(Site.server().address() + view[0]);
        assertThat(firefox.ask(WAIT.replace("SELECTOR", view[1]))).as(view[0]).isEqualTo("there");
        assertThat(firefox.faults())
            .as(view[0])
            .allMatch(fault -> view[0].equals("/nowhere") && fault.contains("404"));
      }
    }
  }
}
