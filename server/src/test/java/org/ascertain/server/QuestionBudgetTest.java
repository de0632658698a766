package org.ascertain.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.ascertain.answers.Edition;
import org.ascertain.server.QuestionBudget.Asked;
import org.ascertain.server.QuestionBudget.Question;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class QuestionBudgetTest {

  private static final Rendered ANSWER = Rendered.json("{}");

  private final CountDownLatch never = new CountDownLatch(1);
  private QuestionBudget budget = new QuestionBudget(Duration.ofSeconds(20));

  @AfterEach
  void close() {
    budget.close();
  }

  @Test
  void equal_questions_are_answered_once_and_the_answer_is_kept() throws Exception {
    AtomicInteger made = new AtomicInteger();
    CountDownLatch both = new CountDownLatch(1);
    Asked first = budget.ask(question("a"), () -> counted(made, both));
    Asked second = budget.ask(question("a"), () -> counted(made, both));
    both.countDown();
    assertThat(first.answer().get(10, TimeUnit.SECONDS)).isEqualTo(ANSWER);
    assertThat(second.answer().get(10, TimeUnit.SECONDS)).isEqualTo(ANSWER);
    assertThat(budget.ask(question("a"), () -> counted(made, both)).answer()).isCompleted();
    assertThat(made).hasValue(1);
  }

  @Test
  void a_question_over_the_limit_is_refused_and_its_work_ended() throws Exception {
    budget.close();
    budget = new QuestionBudget(Duration.ofMillis(200), Duration.ofSeconds(20));
    CountDownLatch ended = new CountDownLatch(1);
    Asked asked = budget.ask(question("long"), () -> busyUntilEnded(ended));
    assertThat(refusal(asked).status()).isEqualTo(422);
    assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(budget.open()).isZero();
  }

  @Test
  void work_ends_when_the_last_who_asked_has_left() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    Asked first = budget.ask(question("left"), () -> untilEnded(begun, ended));
    Asked second = budget.ask(question("left"), () -> untilEnded(begun, ended));
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue(); // else there is no work to end
    first.leave();
    first.leave();
    assertThat(budget.open()).isEqualTo(1);
    second.leave();
    assertThat(budget.open()).isZero();
    assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void too_many_at_once_are_told_to_come_back() {
    List<Asked> asked =
        IntStream.range(0, 200)
            .mapToObj(
                i ->
                    budget.ask(
                        question("q" + i),
                        () -> untilEnded(new CountDownLatch(1), new CountDownLatch(1))))
            .toList();
    Refusal refusal = refusal(asked.getLast());
    assertThat(refusal.status()).isEqualTo(503);
    assertThat(refusal.headers()).containsKey("Retry-After");
    assertThat(budget.open()).isLessThan(200);
  }

  @Test
  void a_failure_is_told_and_not_kept() throws Exception {
    Asked failed =
        budget.ask(
            question("f"),
            () -> {
              throw new Refusal(400, "No", "such question");
            });
    assertThat(refusal(failed).status()).isEqualTo(400);
    Asked again = budget.ask(question("f"), () -> ANSWER);
    assertThat(again.answer().get(10, TimeUnit.SECONDS)).isEqualTo(ANSWER);
  }

  private static Question question(String words) {
    return new Question("us-president-2028", Edition.LIVE, 1, List.of(Optional.of(words)));
  }

  private static Rendered counted(AtomicInteger made, CountDownLatch go) {
    try {
      if (!go.await(10, TimeUnit.SECONDS)) throw new AssertionError("nobody let it go on");
    } catch (InterruptedException stop) {
      throw new AssertionError(stop);
    }
    made.incrementAndGet();
    return ANSWER;
  }

  private Rendered untilEnded(CountDownLatch begun, CountDownLatch ended) {
    begun.countDown();
    try {
      if (never.await(30, TimeUnit.SECONDS)) throw new AssertionError("it cannot go on");
      return ANSWER;
    } catch (InterruptedException stop) {
      ended.countDown();
      throw new CancellationException();
    }
  }

  private static Rendered busyUntilEnded(CountDownLatch ended) {
    while (!Thread.currentThread().isInterrupted()) Thread.onSpinWait();
    ended.countDown();
    throw new CancellationException();
  }

  private static Refusal refusal(Asked asked) {
    return Refusal.of(
        asked.answer().handle((answer, fault) -> fault).orTimeout(10, TimeUnit.SECONDS).join());
  }
}
