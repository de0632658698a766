package org.ascertain.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.ascertain.ledger.Ledger;
import org.ascertain.ledger.LedgerException;
import org.ascertain.ledger.StoredRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A database with a replica that confirms each commit. */
@Timeout(120)
class ReplicaTest {

  private static final String ELECTION = "us-president-2020";

  private ScratchServer primary;
  private ScratchServer replica;
  private String database;

  @BeforeEach
  void begin() {
    primary = ScratchServer.start();
    String address = primary.newDatabase();
    database = address.substring(address.lastIndexOf('/') + 1);
    replica = primary.replica();
  }

  @AfterEach
  void end() {
    replica.close();
    primary.close();
  }

  private PostgresStore onPrimary() {
    return PostgresStore.open(primary.address(database));
  }

  private PostgresStore onReplica() {
    return PostgresStore.open(replica.address(database));
  }

  private static Ledger ledger(PostgresStore store) {
    return store.open(ELECTION, InstantSource.system(), notice -> {});
  }

  /** A replica may be so far behind that it does not know the record yet. */
  private static void awaitSize(PostgresStore store, long size) throws InterruptedException {
    for (int tries = 0; tries < 400 && sizeIn(store) < size; tries++)
      TimeUnit.MILLISECONDS.sleep(25);
    assertThat(sizeIn(store)).isEqualTo(size);
  }

  private static long sizeIn(PostgresStore store) {
    return store.has(ELECTION) ? store.election(ELECTION).size() : 0;
  }

  @Test
  void a_server_over_a_replica_reads_what_is_committed_and_never_leads() throws Exception {
    try (PostgresStore writes = onPrimary();
        PostgresStore reads = onReplica();
        Leading waiting = reads.serve(new Beginning())) {
      assertThat(waiting).isNotNull();
      try (Ledger ledger = ledger(writes)) {
        for (int i = 0; i < 20; i++) Notes.append(ledger, "note " + i);
      }
      awaitSize(reads, 20);
      assertThat(reads.election(ELECTION).root(20)).isEqualTo(writes.election(ELECTION).root(20));
      assertThat(reads.mayWrite()).as("though nobody leads").isFalse();
      try (Ledger ledger = ledger(reads)) {
        assertThatThrownBy(() -> Notes.append(ledger, "note 20"))
            .hasCauseInstanceOf(LedgerException.class)
            .hasMessageContaining("Another server writes");
      }
    }
  }

  /** As after a failover and back: the host that is named first is the replica by now. */
  @Test
  void of_several_hosts_the_one_that_is_written_to_is_taken_wherever_it_stands() throws Exception {
    String both =
        replica.address(database).replace(replica.host(), replica.host() + "," + primary.host());
    Beginning begun = new Beginning();
    try (PostgresStore store = PostgresStore.open(both);
        Leading leads = store.serve(begun)) {
      assertThat(leads).isNotNull();
      begun.await();
      try (Ledger ledger = ledger(store)) {
        Notes.append(ledger, "note 0");
      }
      assertThat(store.election(ELECTION).size()).isEqualTo(1);
    }
  }

  /** The primary ends as by a power cut; whoever looks after it makes the replica the primary. */
  @Test
  void
      where_the_replica_is_promoted_nothing_answered_is_lost_and_a_server_leads_within_two_seconds()
          throws Exception {
    String both =
        primary.address(database).replace(primary.host(), primary.host() + "," + replica.host());
    Beginning first = new Beginning();
    Beginning then = new Beginning();
    try (PostgresStore one = PostgresStore.open(both);
        PostgresStore other = PostgresStore.open(both)) {
      Leading leads = one.serve(first);
      first.await();
      try (Ledger ledger = ledger(one);
          Leading waits = other.serve(then)) {
        for (int i = 0; i < 20; i++) Notes.append(ledger, "note " + i);
        assertThat(waits).isNotNull();
        primary.stop();
        assertThatThrownBy(() -> Notes.append(ledger, "note 20"))
            .hasCauseInstanceOf(LedgerException.class);
        leads.close();
        replica.promote();
        then.await();
        try (Ledger after = ledger(other)) {
          assertThat(after.size()).isEqualTo(20);
          assertThat(after.append(List.of(Notes.fact("note 19")), "note 19").join().first())
              .as("answered as before")
              .isEqualTo(19);
          Notes.append(after, "note 20");
        }
        StoredRecord record = other.election(ELECTION);
        assertThat(record.size()).isEqualTo(21);
        record.readChecked(21, (line, index) -> {}, flaw -> assertThat(flaw).isNull());
      }
    }
  }
}
