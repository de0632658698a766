package org.ascertain.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Is told of each moment at which a server begins to write. */
final class Beginning implements Consumer<String> {

  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

  @Override
  public void accept(String notice) {
    if (notice.startsWith("This server writes")) told.add(notice);
  }

  void await() throws InterruptedException {
    assertThat(told.poll(2, TimeUnit.SECONDS)).as("takes over within two seconds").isNotNull();
  }
}
