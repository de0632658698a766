package org.ascertain.press;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ascertain.answers.JsonAnswer;

/**
 * Findings as ClaimReview of schema.org, in JSON-LD: what others' programs read of fact checks. The
 * rating is a word; no number is made up for it.
 */
public final class ClaimReviewJson {

  /** Every finding of texts. */
  public static String of(List<PressJson.Named> texts) {
    return JsonAnswer.object(
        json -> {
          json.text("@context", "https://schema.org");
          json.list(
              "@graph",
              texts.stream()
                  .flatMap(
                      text ->
                          text.text().findings().stream()
                              .map(finding -> new Reviewed(text, finding)))
                  .toList(),
              each -> write(json, each));
        });
  }

  private record Reviewed(PressJson.Named text, Finding finding) {}

  private static void write(JsonAnswer json, Reviewed each) throws IOException {
    Finding finding = each.finding();
    Optional<String> day = each.text().text().day().map(LocalDate::toString);
    json.text("@type", "ClaimReview");
    json.text("claimReviewed", finding.claim().replaceAll("\\s+", " "));
    json.text("reviewBody", finding.why());
    json.object(
        "reviewRating",
        rating -> {
          rating.text("@type", "Rating");
          rating.text("alternateName", finding.verdict().title());
        });
    json.object(
        "author",
        author -> {
          author.text("@type", "SoftwareApplication");
          author.text("name", "Ascertain");
        });
    json.object(
        "itemReviewed",
        claim -> {
          claim.text("@type", "Claim");
          claim.text("datePublished", day);
          claim.object(
              "appearance",
              work -> {
                work.text("@type", "CreativeWork");
                work.text("name", each.text().file());
                work.text("datePublished", day);
              });
        });
    json.text("about", finding.election());
  }

  private ClaimReviewJson() {}
}
