package org.ascertain.press;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ascertain.answers.JsonAnswer;

/**
 * Findings as ClaimReview of schema.org, in JSON-LD: what others' programs read of fact checks. The
 * rating is a word; no number is made up for it. A claim that several texts make is one, with each
 * text as a place where it appears.
 */
public final class ClaimReviewJson {

  /** Its media type. */
  public static final String TYPE = "application/ld+json";

  /** What each of the texts says. */
  public static String of(List<PressJson.Named> texts, List<Copies.Pair> copies) {
    List<CountedClaim> claims =
        CountedClaim.of(texts.stream().map(PressJson.Named::text).toList(), copies);
    return JsonAnswer.object(
        json -> {
          json.text("@context", "https://schema.org");
          json.list("@graph", claims, claim -> write(json, claim, texts));
        });
  }

  private static void write(JsonAnswer json, CountedClaim counted, List<PressJson.Named> texts)
      throws IOException {
    Finding finding = counted.finding();
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
          claim.list(
              "appearance",
              counted.texts(),
              place -> {
                claim.text("@type", "CreativeWork");
                claim.text("name", texts.get(place).file());
                claim.text("datePublished", published(texts.get(place).text()));
              });
        });
    json.object(
        "about",
        about -> {
          about.text("@type", "Thing");
          about.text("identifier", finding.election());
        });
  }

  /** A text that is judged as of another day than its own is not said to be of that day. */
  private static Optional<String> published(CheckedText text) {
    return text.day().filter(day -> text.isDated()).map(LocalDate::toString);
  }

  private ClaimReviewJson() {}
}
