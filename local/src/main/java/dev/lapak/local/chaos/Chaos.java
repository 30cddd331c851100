package dev.lapak.local.chaos;

import dev.lapak.local.check.Inspection;
import dev.lapak.local.state.Home;
import dev.lapak.local.state.Port;
import dev.lapak.local.state.Ports;
import dev.lapak.local.state.Secrets;
import dev.lapak.local.state.SetupException;
import dev.lapak.local.story.Receipt;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;

/**
 * What {@code ./lapak chaos} runs. Ends with 1 where anything was wrong, with 2 if it can't play.
 */
final class Chaos {

  private static final int SHOPS = 2;
  private static final int STOCK_A_MINUTE = 200;
  private static final int BUYERS = 12;

  /** Its ports are those of ./lapak up and so many more. */
  private static final int OFFSET = 5_000;

  /** Services come back, and whoever settles in the place of a dead one waits for its lease. */
  private static final Duration RECOVERY = Duration.ofMinutes(4);

  private final Options options;
  private final Home home;
  private final Ports ports;
  private final PrintStream out;
  private final Tally tally = new Tally();
  private final Promises promises = new Promises(tally);

  private Chaos(Options options, Home home, Ports ports, PrintStream out) {
    this.options = options;
    this.home = home;
    this.ports = ports;
    this.out = out;
  }

  static void main(String[] arguments) throws InterruptedException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.setProperty("logback.configurationFile", "lapak-demo-logback.xml");
    try {
      System.exit(run(List.of(arguments), System.getenv(), out) ? 0 : 1);
    } catch (SetupException | IOException | SQLException | UnansweredException e) {
      out.println(e.getMessage());
      System.exit(2);
    }
  }

  private static boolean run(
      List<String> arguments, Map<String, String> environment, PrintStream out)
      throws IOException, SQLException, InterruptedException, UnansweredException {
    Options options = Options.parse(arguments);
    Path root = Path.of(System.getProperty("lapak.root", "")).toAbsolutePath();
    Home home = new Home(Home.of(root, environment).path().resolve("chaos")).open();
    Map<String, String> moved = Ports.moved(environment, OFFSET);
    out.printf(
        "Chaos with --seed %d for %d min; logs are in %s.%n",
        options.seed(), options.lasting().toMinutes(), home.log());
    try (Running system = Running.start(home, moved)) {
      return new Chaos(options, home, Ports.from(moved), out).play();
    }
  }

  private boolean play()
      throws IOException, SQLException, InterruptedException, UnansweredException {
    Door door = new Door(URI.create("http://127.0.0.1:" + ports.of(Port.EDGE)));
    int stock = Math.toIntExact(STOCK_A_MINUTE * options.lasting().toMinutes());
    Market market = Market.open(door, SHOPS, stock, Receipt.png("chaos"));
    out.printf("%d products, %d of each; %d buyers.%n", market.products().size(), stock, BUYERS);
    killAndBuy(market);
    out.println("Nothing is killed any more.");
    Buyer patient = new Buyer(door, patiently(() -> Account.register(door)), tally);
    askAgain();
    look("after it");
    SellOut sellOut = new SellOut(market, promises, tally);
    patiently(
        () -> {
          sellOut.cancelUnpaid();
          return true;
        });
    look("with nothing unpaid");
    sellOut.buyAll(patient);
    sellOut.compare(stock);
    look("sold out");
    long unexplained = tally.of("unanswered: INTERNAL");
    if (unexplained > 0) {
      tally.wrong("%d answers did not say what was wrong".formatted(unexplained));
    }
    tally.lines().forEach(out::println);
    tally.wrongs().forEach(wrong -> out.println("  WRONG  " + wrong));
    out.println(
        tally.wrongs().isEmpty()
            ? "All was right."
            : "%d things were wrong; again with --seed %d."
                .formatted(tally.wrongs().size(), options.seed()));
    return tally.wrongs().isEmpty();
  }

  private void killAndBuy(Market market) throws InterruptedException, UnansweredException {
    Instant until = Instant.now().plus(options.lasting());
    Random seeds = new Random(options.seed());
    Runnable killer = new Killer(home, ports, new Random(seeds.nextLong()), tally, until);
    List<Runnable> all = new ArrayList<>(List.of(killer));
    for (int i = 0; i < BUYERS; i++) {
      Buyer buyer = new Buyer(market.door(), Account.register(market.door()), tally);
      all.add(new Adversary(market, buyer, promises, tally, new Random(seeds.nextLong()), until));
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      all.forEach(threads::submit);
      while (Instant.now().isBefore(until)) {
        Thread.sleep(Duration.ofSeconds(20));
        out.printf(
            "  %3d s: %d bought, %d paid, %d cancelled%n",
            options.lasting().minus(Duration.between(Instant.now(), until)).toSeconds(),
            tally.of(Promises.BOUGHT),
            tally.of("paid"),
            tally.of("cancelled"));
      }
    }
  }

  /** Each key once more: what was bought is the same, what was not known is known now. */
  private void askAgain() throws InterruptedException {
    Instant until = Instant.now().plus(RECOVERY);
    for (Map.Entry<Wish, Buyer> wish : promises.wishes().entrySet()) {
      Optional<JsonNode> answer = wish.getValue().insist(wish.getKey(), until);
      if (answer.isEmpty()) {
        tally.wrong("key %s has no answer, with nothing killed".formatted(wish.getKey().key()));
        return;
      }
      promises.answered(wish.getKey(), answer.get());
    }
  }

  /** As {@code ./lapak check} does, until what is on its way has arrived. */
  private void look(String when) throws IOException, SQLException, InterruptedException {
    Instant end = Instant.now().plus(RECOVERY);
    Inspection inspection = Inspection.of(ports, Secrets.open(home.secrets()));
    List<String> broken = inspection.broken();
    while (!broken.isEmpty() && Instant.now().isBefore(end)) {
      Thread.sleep(2_000);
      broken = inspection.broken();
    }
    broken.forEach(rule -> tally.wrong(when + ": " + rule));
    if (broken.isEmpty()) {
      tally.count("times that all rules of ./lapak check held");
    }
  }

  /** Services may still be coming back. */
  private static <T> T patiently(Attempt<T> attempt)
      throws InterruptedException, UnansweredException {
    Instant end = Instant.now().plus(RECOVERY);
    while (true) {
      try {
        return attempt.make();
      } catch (UnansweredException e) {
        if (Instant.now().isAfter(end)) {
          throw e;
        }
        Thread.sleep(500);
      }
    }
  }

  /** May find nobody. */
  private interface Attempt<T> {
    T make() throws UnansweredException, InterruptedException;
  }
}
