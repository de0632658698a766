package org.ascertain.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where the law or the record leaves two answers, the bar forks and both stand in words. */
@ExtendWith(Site.class)
class ForkTest {

  private final Page page = Site.at("/us-president-1868?at=1869-02-10");

  @AfterEach
  void close() {
    page.context().close();
    assertThat(Site.chromium().faults()).isEmpty();
  }

  @Test
  void georgia_of_1868_is_counted_either_way() {
    assertThat(page.locator("h1")).containsText("Seymour 80 or 71, Grant 214.");
    assertThat(page.locator("h1"))
        .containsText(
            "Georgia’s 9 are counted in the alternative; Grant has a majority either way.");
    assertThat(page.locator(".linehead")).hasText("148 of 294, or 143 of 285");
    assertThat(page.locator("svg.forked")).hasCount(2);
    Locator declared = page.locator(".rung.forked").first();
    assertThat(declared.locator("svg text")).hasText(new String[] {"9", "80", "71", "214"});
    assertThat(declared.locator(".tines")).containsText("214 of 285 without Georgia, 143 needed");
    assertThat(declared.locator("button .quietly").first())
        .containsText("Seymour 80, Grant 214 (with Georgia); Seymour 71, Grant 214");
  }

  @Test
  void rival_returns_of_1876_fork_the_electors_votes_until_they_are_decided() {
    Site.go(page, "/us-president-1876?at=1877-02-20");
    Locator forked = page.locator(".rung.forked");
    assertThat(forked).hasCount(1);
    assertThat(forked.locator("b").first()).hasText("voted");
    assertThat(forked.locator(".tines"))
        .containsText(Pattern.compile("Tilden 192.*OR, SC.*Hayes 185", Pattern.DOTALL));
    Site.go(page, "/us-president-1876?at=1877-03-03");
    assertThat(page.locator(".rung").first()).isVisible();
    assertThat(page.locator(".rung.forked")).hasCount(0);
  }

  @Test
  void an_undisputed_count_has_one_bar() {
    Site.go(page, "/us-president-1872?at=1873-02-12");
    assertThat(page.locator(".rung").first()).isVisible();
    assertThat(page.locator("svg.forked")).hasCount(0);
  }
}
