package org.ascertain.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.MultiMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ascertain.desk.ForeignForm;
import org.ascertain.exchange.Format;
import org.ascertain.exchange.Formats;
import org.ascertain.exchange.Mapping;

/** In which format of others a file is handed in, and what its address says beside it. */
final class ForeignAddress {

  static final List<String> PARAMETERS =
      List.of("dry-run", "format", "source", "at", "jurisdiction", "mapping", "name");

  /**
   * How the file is to be read.
   *
   * @throws Refusal if the address does not say it
   */
  static ForeignForm form(MultiMap said) {
    try {
      return new ForeignForm(
          format(Objects.requireNonNullElse(said.get("format"), "")),
          Optional.ofNullable(said.get("source")),
          Objects.requireNonNullElse(said.get("name"), ""),
          MomentParameter.of("at", said.get("at")),
          Optional.ofNullable(said.get("jurisdiction")),
          mapping(Optional.ofNullable(said.get("mapping"))));
    } catch (Refusal unread) {
      throw unread.with("Connection", "close"); // the file itself is not read
    }
  }

  private static Format format(String id) {
    return Formats.of(id)
        .filter(known -> known.reads().isPresent())
        .orElseThrow(
            () ->
                new Refusal(
                    400,
                    "No such format",
                    "'format' names no format that is read: '%s'; there are %s."
                        .formatted(
                            Refusal.quote(id),
                            Formats.read().stream()
                                .map(Format::id)
                                .collect(Collectors.joining(", ")))));
  }

  private static Optional<Mapping> mapping(Optional<String> text) {
    if (text.isEmpty()) return Optional.empty();
    try {
      return Optional.of(Mapping.read(new ByteArrayInputStream(text.get().getBytes(UTF_8))));
    } catch (Mapping.Unusable unusable) {
      throw new Refusal(
          400, "No mapping", "'mapping' is none: %s.".formatted(unusable.getMessage()));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private ForeignAddress() {}
}
