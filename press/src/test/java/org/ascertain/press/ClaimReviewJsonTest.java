package org.ascertain.press;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Findings for programs that read fact checks. */
class ClaimReviewJsonTest {

  private static final TextCheck CHECK = new TextCheck(new ArchivedRecords());
  private static final String DATED =
      """
      December 16, 2020

      Biden defeated Trump
      306-232. California's 54 electoral votes were cast for him. The weather was mild.
      """;

  /** Without the blanks between its parts. */
  private static String review(Optional<LocalDate> day, String... texts) {
    List<PressJson.Named> named = new ArrayList<>();
    for (String text : texts)
      named.add(
          new PressJson.Named(
              Optional.of("report-%d.txt".formatted(named.size() + 1)),
              CHECK.check(text, Optional.empty(), day)));
    return compact(ClaimReviewJson.of(named, Copies.of(List.of(texts))));
  }

  private static String compact(String json) {
    return json.replaceAll("\\s*\\n\\s*", "")
        .replaceAll("([\\[,]) (?=[\\]{])|(}) (?=\\])", "$1$2")
        .replace("\" : ", "\":");
  }

  private static String one(String claim, String why, String rating, String appearance) {
    return compact(
        """
        {"@type":"ClaimReview",
        "claimReviewed":"%s",
        "reviewBody":"%s",
        "reviewRating":{"@type":"Rating","alternateName":"%s"},
        "author":{"@type":"SoftwareApplication","name":"Ascertain"},
        "itemReviewed":{"@type":"Claim","appearance":[%s]},
        "about":{"@type":"Thing","identifier":"us-president-2020"}}
        """
            .formatted(claim, why, rating, appearance));
  }

  private static String work(int number) {
    return "{\"@type\":\"CreativeWork\",\"name\":\"report-%d.txt\",\"datePublished\":\"2020-12-16\"}"
        .formatted(number);
  }

  private static String both(String appearance) {
    return "{\"@context\":\"https://schema.org\",\"@graph\":["
        + one(
            "Biden defeated Trump 306-232",
            "Electors as cast: Biden 306, Trump 232.",
            "supported",
            appearance)
        + ","
        + one(
            "California's 54 electoral votes",
            "By law California had 55 electors in 2020.",
            "contradicted",
            appearance)
        + "]}";
  }

  @Test
  void a_finding_is_a_review_of_a_claim_with_its_rating_in_a_word() {
    assertThat(review(Optional.empty(), DATED)).isEqualTo(both(work(1)));
  }

  @Test
  void a_claim_of_two_copies_is_one_review_that_names_both() {
    assertThat(review(Optional.empty(), DATED, DATED.replace("mild", "cold")))
        .isEqualTo(both(work(1) + "," + work(2)));
  }

  @Test
  void a_text_without_a_day_of_its_own_is_said_to_be_of_none() {
    String undated = "In the 2020 election Biden defeated Trump 306-232.";
    assertThat(review(Optional.empty(), undated))
        .contains("ClaimReview")
        .contains("\"appearance\":[{\"@type\":\"CreativeWork\",\"name\":\"report-1.txt\"}]")
        .doesNotContain("datePublished");
    assertThat(review(Optional.of(LocalDate.of(2020, 12, 20)), undated))
        .contains("\"datePublished\":\"2020-12-20\"");
  }

  @Test
  void a_text_in_which_nothing_is_known_has_no_review() {
    assertThat(review(Optional.empty(), "December 16, 2020\n\nThe weather was mild."))
        .isEqualTo("{\"@context\":\"https://schema.org\",\"@graph\":[]}");
  }
}
