package org.ascertain.desk;

import static org.ascertain.desk.Proposals.ANN;
import static org.ascertain.desk.Proposals.BEN;
import static org.ascertain.desk.Proposals.CLEO;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.ascertain.ledger.Store;
import org.ascertain.postgres.ScratchStores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Killed between whichever two steps, a proposal is before an act or after it, and never between.
 */
@Timeout(240)
class ProposalKillTest {

  private static final int KILLS = 6; // -Dascertain.kills for more

  @TempDir private Path folder;

  /** Goes through papers and proposals without an end, telling each act once it is answered. */
  static final class Child {
    public static void main(String[] args) {
      Store store = ScratchStores.in(Path.of(args[0]));
      try (ElectionDesk desk = Records.open(store)) {
        ProposalActs acts = desk.proposals();
        Map<String, String> fields = new HashMap<>();
        Proposals.PAPER.fields().forEach(path -> fields.put(path, "12"));
        fields.put("/at", "2020-11-03");
        fields.put("/authority", "Secretary of State");
        while (true) {
          long id = tell(acts.propose(ANN, Proposals.CONTENT));
          tell(acts.act(id, BEN, 1, new ProposalAct.Approve()));
          long paper = tell(acts.open(ANN, Proposals.PAPER));
          long version = 1;
          for (Account typist : List.of(BEN, CLEO)) {
            tell(acts.act(paper, typist, version++, new ProposalAct.Claim()));
            tell(acts.act(paper, typist, version++, new ProposalAct.Save(fields)));
            tell(acts.act(paper, typist, version++, new ProposalAct.Done(Optional.of("as it is"))));
          }
        }
      }
    }

    private static long tell(ProposalActs.Answer answer) {
      Filed now = ((ProposalActs.Written) answer).now().filed();
      System.out.println(now.id() + " " + now.version());
      return now.id();
    }
  }

  @Test
  void nothing_is_half_done_and_nothing_that_was_answered_is_lost() throws Exception {
    Store store = Records.store(folder);
    Random random = new Random(20_201_103);
    for (int kill = 1, kills = ScratchStores.kills(KILLS); kill <= kills; kill++) {
      Map<Long, Long> told = killAfter(3 + random.nextInt(40));
      try (ElectionDesk desk = Records.open(store)) {
        ProposalActs acts = desk.proposals();
        told.forEach(
            (id, version) ->
                assertThat(acts.find(id).orElseThrow().filed().version())
                    .as("proposal " + id)
                    .isGreaterThanOrEqualTo(version));
        assertIsWhole(store, acts);
      }
    }
  }

  /** Each recorded proposal has its entry, each entry its proposal, each act its line. */
  private static void assertIsWhole(Store store, ProposalActs acts) {
    List<KeptProposal> all = acts.list(0, Integer.MAX_VALUE);
    List<Trail.Line> trail = acts.trail(1, Integer.MAX_VALUE);
    assertThat(Trail.firstBroken(trail)).isEmpty();
    assertThat(trail).hasSize((int) all.stream().mapToLong(each -> each.filed().version()).sum());
    List<Long> entries =
        all.stream()
            .filter(each -> each.word().equals("recorded"))
            .map(each -> each.firstEntry().orElseThrow())
            .sorted()
            .toList();
    assertThat(entries).doesNotHaveDuplicates();
    long recorded = store.election(Records.ELECTION).size() - 1;
    assertThat(entries).hasSize((int) recorded);
    assertThat(all)
        .filteredOn(each -> !each.word().equals("recorded"))
        .allMatch(each -> each.firstEntry().isEmpty());
  }

  /** What the child had told of each proposal when it was killed. */
  private Map<Long, Long> killAfter(int acts) throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(child::destroyForcibly));
    Map<Long, Long> told = new HashMap<>();
    try (BufferedReader out = child.inputReader()) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        String[] parts = line.split(" ", -1);
        told.put(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
        if (--acts <= 0) break;
      }
    } finally {
      child.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
    }
    assertThat(acts).as("the child went on until it was killed").isLessThanOrEqualTo(0);
    return told;
  }
}
