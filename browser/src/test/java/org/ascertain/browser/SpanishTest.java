package org.ascertain.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * On a Spanish page no word is English but what a source says in its own words, and that is marked
 * as English, so that it is read aloud as such.
 */
@ExtendWith(Site.class)
class SpanishTest {

  private static final String ENGLISH =
      """
      () => {
        const words = new Set(('the of and has have had with by votes vote not yet since electors elector congress house '
          + 'called certified ascertained counted declared reported voted settled margin outstanding open decided '
          + 'dismissed denied ahead tally tallies majority nobody none due next what where why until from to at in on '
          + 'which that this is are was were will would for an it its their who when state states county counties '
          + 'record entry entries law rule rules download challenge challenges newsroom newsrooms').split(' '));
        const found = new Map();
        const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walk.nextNode()) {
          const node = walk.currentNode, parent = node.parentElement;
          if (!parent.checkVisibility() || parent.closest('script,style,code,.mono,pre,input')) continue;
          if (!(parent.closest('[lang]')?.getAttribute('lang') ?? '').startsWith('es')) continue;
          const english = (node.data.toLowerCase().match(/\\p{L}+/gu) ?? []).filter((w) => words.has(w));
          // Two of them in one text: one alone may be a name, or a word that both languages have.
          if (new Set(english).size > 1) found.set(node.data.trim().slice(0, 90), english.join());
        }
        for (const e of document.querySelectorAll('[aria-label],[title]'))
          for (const text of [e.getAttribute('aria-label'), e.getAttribute('title')]) {
            if (!text || !(e.closest('[lang]')?.getAttribute('lang') ?? '').startsWith('es')) continue;
            const english = (text.toLowerCase().match(/\\p{L}+/gu) ?? []).filter((w) => words.has(w));
            if (new Set(english).size > 1) found.set(text.slice(0, 90), english.join());
          }
        return [...found.keys()].slice(0, 20).join('\\n');
      }""";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/?",
        "/elections?",
        "/check-text.html?",
        "/us-president-2020?at=2020-11-04T05:27:00Z&",
        "/us-president-2020?at=2020-11-24&of=PA&",
        "/us-president-2020?at=2020-12-14T22:30:00Z&",
        "/us-president-2020?at=2020-12-28&map=counties&",
        "/us-president-2020?known=then&at=2020-12-08&",
        "/us-president-2020?why=voted(biden)&",
        "/us-president-2020?why=settled(GA)&",
        "/us-president-2020?screen&",
        "/us-president-2000?of=FL&at=2000-12-20&",
        "/us-president-2024?",
        "/us-president-2028?",
        "/us-president-2032?",
        "/us-president-1800?at=1801-02-20&",
        "/us-president-1824?at=1825-02-09&",
        "/us-president-1868?at=1869-02-10&",
        "/us-president-1876?at=1877-02-20&",
        "/us-president-2016?",
        "/us-president-2020/download?",
        "/us-president-2020/challenges?",
        "/us-president-2020/record?",
        "/us-president-2020/law?"
      })
  void no_english_word_stands_unmarked(String address) {
    Page page = Site.at(address + "lang=es");
    page.evaluate(
        "() => document.querySelectorAll('main details').forEach((part) => { part.open = true; })");
    page.evaluate("() => new Promise((done) => setTimeout(done, 500))");
    Object english = page.evaluate(ENGLISH);
    page.context().close();
    assertThat(english).as(address).isEqualTo("");
  }
}
