package dev.lapak.orders.order;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** There is one table of moves; what {@code ./lapak check} judges by is the same. */
class AllowedMovesTests {

  private static final Pattern MOVE =
      Pattern.compile("\\('(\\w+)', '(\\w*)', '(\\w+)', '(\\w+)'\\)");

  @Test
  void check_knows_all_moves_and_no_others() throws IOException {
    assertThat(checked()).containsExactlyInAnyOrderElementsOf(allowed());
  }

  private static List<String> allowed() {
    Stream<String> moves =
        Stream.of(Move.values())
            .flatMap(
                move ->
                    Stream.of(Party.values())
                        .flatMap(
                            by ->
                                move.from(by).stream()
                                    .map(from -> said(move.event(), from, move.to(), by))));
    return Stream.concat(
            Stream.of(said(OrderEventType.PLACED, "", OrderStatus.PENDING_PAYMENT, Party.BUYER)),
            moves)
        .distinct()
        .toList();
  }

  private static String said(Object type, Object from, Object to, Object by) {
    return "%s: %s → %s by %s".formatted(type, from, to, by);
  }

  private static List<String> checked() throws IOException {
    try (var file = AllowedMovesTests.class.getResourceAsStream("/check/orders.sql")) {
      String sql = new String(Objects.requireNonNull(file).readAllBytes(), UTF_8);
      return MOVE.matcher(sql)
          .results()
          .map(move -> said(move.group(1), move.group(2), move.group(3), move.group(4)))
          .toList();
    }
  }
}
