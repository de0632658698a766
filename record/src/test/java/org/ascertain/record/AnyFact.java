package org.ascertain.record;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.ascertain.election.Attestation;
import org.ascertain.election.Fact;
import org.ascertain.election.Source;
import org.ascertain.election.Votes;
import org.ascertain.election.When;

/**
 * Any fact that can be, of every kind there is. Facts are made from the components of their
 * records, so that a new kind or field is among them without a word here.
 */
final class AnyFact {

  private static final long LARGEST = (1L << 53) - 1;
  private static final int LONGEST_TEXT = 12;
  private static final int MOST_ITEMS = 3;

  /** Characters of which each takes another form in UTF-8 or in JSON. */
  private static final int[] CHARACTERS =
      "az09 -_.,:;/\\\"'{}[]\u0000\u0001\b\t\n\f\r\u001f\u007f\u0080\u00e9\u07ff\u0800\u2028\ufeff\uffff\ud800\udc00\ud83d\uddf3\udbff\udfff"
          .codePoints()
          .toArray();

  private static final int[] OFFSETS = {-300, -308, -240, -720, 0, 1, 330, 840};
  private static final int[] NANOS = {0, 1, 999_999_999, 250_000_000, 120_000};

  /** Few sources, so that they are named again. */
  private static final List<Source> SOURCES =
      List.of(
          Source.of("a", "A"),
          new Source("b", "B", Optional.of("P"), Optional.of(LocalDate.EPOCH), Optional.of("u")),
          new Source("\u00e9\"", "\n", Optional.empty(), Optional.empty(), Optional.of("\\")));

  private final Random random;

  private AnyFact(Random random) {
    this.random = random;
  }

  /** Any fact of a kind; of any kind for {@link Fact} itself. */
  static <F extends Fact> Arbitrary<F> of(Class<F> kind) {
    return Arbitraries.randomValue(random -> kind.cast(new AnyFact(random).value(kind)));
  }

  private Object value(Type type) {
    if (type instanceof ParameterizedType of) return container(of);
    return switch (((Class<?>) type).getSimpleName()) {
      case "String" -> text();
      case "long" -> count();
      case "int" -> random.nextInt(Integer.MAX_VALUE);
      case "boolean", "Boolean" -> random.nextBoolean();
      case "OptionalLong" -> given() ? OptionalLong.of(count()) : OptionalLong.empty();
      case "OptionalInt" -> given() ? OptionalInt.of(random.nextInt(9)) : OptionalInt.empty();
      case "LocalDate" -> day();
      case "When" -> time();
      case "Votes" -> votes();
      case "Source" -> SOURCES.get(random.nextInt(SOURCES.size()));
      default -> made((Class<?>) type);
    };
  }

  private Object container(ParameterizedType type) {
    Type item = type.getActualTypeArguments()[type.getActualTypeArguments().length - 1];
    return switch (((Class<?>) type.getRawType()).getSimpleName()) {
      case "Optional" -> given() ? Optional.of(value(item)) : Optional.empty();
      case "List" -> items(() -> value(item));
      case "Map" -> map(() -> value(item));
      default -> throw new AssertionError("say how to make " + type);
    };
  }

  private Object made(Class<?> type) {
    if (type.isEnum())
      return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
    List<Class<?>> kinds = kinds(type).toList();
    return construct(kinds.get(random.nextInt(kinds.size())));
  }

  private Object construct(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new);
    Object[] values =
        Arrays.stream(components).map(component -> value(component.getGenericType())).toArray();
    if (type == Fact.Statement.class) values[0] = notAbout((Attestation) values[0]);
    if (type == Fact.AuditRound.class) values[7] = paper();
    if (type == Attestation.class) values[values.length - 1] = paper();
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException notARecord) {
      throw new LinkageError("not a record of one constructor: " + type, notARecord);
    }
  }

  /** The SHA-256 of some document, or none. */
  private Optional<String> paper() {
    byte[] hash = new byte[32];
    random.nextBytes(hash);
    return given() ? Optional.of(HexFormat.of().formatHex(hash)) : Optional.empty();
  }

  private static Attestation notAbout(Attestation any) {
    return new Attestation(any.at(), false, any.learned(), any.source(), any.basis(), any.note());
  }

  /** The records that a type stands for. */
  static Stream<Class<?>> kinds(Class<?> type) {
    Class<?>[] kinds = type.getPermittedSubclasses();
    return kinds == null ? Stream.of(type) : Arrays.stream(kinds).flatMap(AnyFact::kinds);
  }

  private boolean given() {
    return random.nextBoolean();
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(LONGEST_TEXT); i >= 0; i--) text.appendCodePoint(character());
    return text.toString();
  }

  private int character() {
    if (random.nextInt(10) > 0) return CHARACTERS[random.nextInt(CHARACTERS.length)];
    int any = random.nextInt(Character.MAX_CODE_POINT + 1);
    return Character.MIN_SURROGATE <= any && any <= Character.MAX_SURROGATE ? 'x' : any;
  }

  private long count() {
    return switch (random.nextInt(4)) {
      case 0 -> 0;
      case 1 -> LARGEST;
      case 2 -> random.nextInt(1000);
      default -> random.nextLong(LARGEST);
    };
  }

  private LocalDate day() {
    return LocalDate.of(1701, 1, 1).plusDays(random.nextInt(365 * 499));
  }

  private When time() {
    boolean isDay = random.nextBoolean();
    When one = isDay ? new When.OnDay(day()) : moment();
    if (random.nextInt(3) > 0) return one;
    When other = isDay ? new When.OnDay(day()) : moment();
    return one.effective() <= other.effective()
        ? new When.Between(one, other)
        : new When.Between(other, one);
  }

  private When moment() {
    int offset = OFFSETS[random.nextInt(OFFSETS.length)];
    return new When.AtMoment(
        day()
            .atTime(random.nextInt(24), random.nextInt(60), random.nextInt(3))
            .withNano(NANOS[random.nextInt(NANOS.length)])
            .atOffset(ZoneOffset.ofTotalSeconds(offset * 60)));
  }

  private Votes votes() {
    Map<String, Long> votes = new LinkedHashMap<>();
    for (int i = random.nextInt(MOST_ITEMS + 1); i > 0; i--) votes.put(text(), count());
    return Votes.of(votes);
  }

  private <T> List<T> items(Supplier<T> item) {
    return IntStream.range(0, random.nextInt(MOST_ITEMS + 1)).mapToObj(i -> item.get()).toList();
  }

  private <T> Map<String, T> map(Supplier<T> value) {
    Map<String, T> map = new LinkedHashMap<>();
    items(value).forEach(one -> map.put(text(), one));
    return map;
  }
}
