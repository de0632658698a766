package org.ascertain.record;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Jazzer looks for bytes that break the reader; every ordinary run replays those that are kept. */
class RecordReaderFuzzTest {

  @FuzzTest(maxDuration = "60s")
  void whatever_the_bytes_are_they_are_read_to_their_end(byte[] bytes) {
    AnyBytesTest.checkThatProblemsAreTold(bytes);
  }
}
