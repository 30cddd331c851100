package dev.lapak.local.replay;

import dev.lapak.local.client.RunningLapak;
import dev.lapak.local.client.UnexpectedAnswer;
import dev.lapak.local.demo.Accounts;
import dev.lapak.local.demo.Listing;
import dev.lapak.local.state.Port;
import dev.lapak.local.state.Secret;
import dev.lapak.local.state.SetupException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.web.client.RestClientException;

/**
 * What {@code ./lapak replay} runs. Ends with 0 if all is to the penny as it must be, with 1 if
 * anything differs, with 2 if it can't replay.
 */
final class Replay {

  private static final int SHOWN = 20;

  private Replay() {}

  static void main(String[] arguments) throws InterruptedException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    // What libraries log is not part of the answer.
    System.setProperty("logback.configurationFile", "lapak-demo-logback.xml");
    try {
      System.exit(run(List.of(arguments), System.getenv(), out));
    } catch (SetupException | IOException | UnexpectedAnswer | RestClientException e) {
      out.println(e.getMessage());
      System.exit(2);
    } catch (ExecutionException e) {
      out.println(e.getCause());
      System.exit(1);
    }
  }

  private static int run(List<String> arguments, Map<String, String> environment, PrintStream out)
      throws IOException, InterruptedException, ExecutionException {
    Options options = Options.parse(arguments, ThreadLocalRandom.current().nextInt(100_000));
    List<Invoice> invoices = InvoiceFile.read(options.file());
    PriceList prices = PriceList.of(Listing.read());
    Map<String, Integer> demand = prices.demand(invoices);
    RunningLapak lapak = RunningLapak.find(environment, Port.EDGE);
    Accounts accounts = new Accounts(lapak.nobody(), lapak.secrets().get(Secret.DEMO_PASSWORD));
    out.printf(
        "%,d invoices with %,d lines, %,d of guests; %d buyers at once, seed %d%n",
        invoices.size(),
        invoices.stream().mapToInt(invoice -> invoice.lines().size()).sum(),
        invoices.stream().filter(Invoice::isOfGuest).count(),
        options.buyers(),
        options.seed());
    Audit audit = new Day(options, accounts, prices, out).of(invoices, demand);
    out.println(audit.totals());
    List<String> differences = audit.differences();
    differences.stream().limit(SHOWN).forEach(difference -> out.println("DIFFERS " + difference));
    out.println(
        differences.isEmpty() ? "To the penny." : "%,d differences.".formatted(differences.size()));
    return differences.isEmpty() ? 0 : 1;
  }
}
