package org.ascertain.press;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * A claim that one or more texts make.
 *
 * @param finding as the first of them has it
 * @param texts the places of the texts that make it, in their order
 * @param sources how many texts they are if a text and its copies are one
 */
public record CountedClaim(Finding finding, List<Integer> texts, int sources) {

  public CountedClaim {
    texts = List.copyOf(texts);
  }

  /** How much of the words of two claims has to be the same for one to be the other, reworded. */
  private static final double ALIKE = 0.5;

  /**
   * The texts by where they come from, each with its copies: the places of the texts, in their
   * order.
   */
  public static List<List<Integer>> sources(int texts, List<Copies.Pair> copies) {
    int[] first = new int[texts];
    for (int i = 0; i < texts; i++) first[i] = i;
    for (Copies.Pair pair : copies) {
      if (pair.relation() != Copies.Relation.SAME) continue;
      int kept = Math.min(first[pair.a()], first[pair.b()]);
      int joined = Math.max(first[pair.a()], first[pair.b()]);
      for (int i = 0; i < texts; i++) if (first[i] == joined) first[i] = kept;
    }
    List<List<Integer>> sources = new ArrayList<>();
    for (int i = 0; i < texts; i++) {
      if (first[i] != i) continue;
      List<Integer> source = new ArrayList<>();
      for (int j = i; j < texts; j++) if (first[j] == i) source.add(j);
      sources.add(source);
    }
    return sources;
  }

  /**
   * The claims of several texts, in the order in which they come first. What a text says twice
   * stays two claims, and so does what two texts say of which one is right and the other is not.
   */
  public static List<CountedClaim> of(List<CheckedText> texts, List<Copies.Pair> copies) {
    List<Said> all = new ArrayList<>();
    for (int place = 0; place < texts.size(); place++) {
      List<Claim> left = new ArrayList<>();
      for (Finding each : texts.get(place).findings()) left.add(Claim.of(each));
      join(all, left, place, CountedClaim::hasSameWords);
      join(all, left, place, CountedClaim::isReworded);
      for (Claim each : left) all.add(new Said(each, new ArrayList<>(List.of(place))));
    }
    List<List<Integer>> sources = sources(texts.size(), copies);
    return all.stream().map(said -> said.counted(sources)).toList();
  }

  /** A finding with its words, marks and capitals aside. */
  private record Claim(Finding finding, List<String> words) {
    static Claim of(Finding finding) {
      return new Claim(finding, Copies.words(Text.of(finding.claim()).plain()));
    }
  }

  /** A claim, and which texts made it so far. */
  private record Said(Claim claim, List<Integer> texts) {
    CountedClaim counted(List<List<Integer>> sources) {
      long of =
          sources.stream().filter(source -> texts.stream().anyMatch(source::contains)).count();
      return new CountedClaim(claim.finding(), texts, (int) of);
    }
  }

  /** Adds the text to the claims that it makes, too; those stay left that no text made before. */
  private static void join(
      List<Said> all, List<Claim> left, int place, BiPredicate<Claim, Claim> isSame) {
    left.removeIf(
        each -> {
          Optional<Said> same =
              all.stream()
                  .filter(said -> said.texts().getLast() != place)
                  .filter(said -> isOfOneKind(said.claim().finding(), each.finding()))
                  .filter(said -> isSame.test(said.claim(), each))
                  .findFirst();
          same.ifPresent(said -> said.texts().add(place));
          return same.isPresent();
        });
  }

  private static boolean isOfOneKind(Finding one, Finding other) {
    return one.election().equals(other.election())
        && one.verdict() == other.verdict()
        && one.form().equals(other.form());
  }

  private static boolean hasSameWords(Claim one, Claim other) {
    return one.words().equals(other.words());
  }

  /** Only of what is right: two wrong figures may be wrong for one reason. */
  private static boolean isReworded(Claim one, Claim other) {
    return one.finding().verdict() == Verdict.SUPPORTED
        && one.finding().why().equals(other.finding().why())
        && one.finding().entries().equals(other.finding().entries())
        && Copies.alike(one.words(), other.words()) >= ALIKE;
  }
}
