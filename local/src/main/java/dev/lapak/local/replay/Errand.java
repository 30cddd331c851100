package dev.lapak.local.replay;

import dev.lapak.local.client.UnexpectedAnswer;
import dev.lapak.local.replay.Checkout.Receipt;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Buys what an invoice says, with what goes wrong on the way. */
final class Errand {

  private static final int CANCELLED_PERCENT = 10;
  private static final int LONGEST_CALL = 40;

  private static final String CANCEL =
      """
      mutation ($id: ID!) {
        cancelOrder(input: {orderId: $id, reason: "Not needed any more."}) { errors { code message } }
      }
      """;

  private final Invoice invoice;
  private final Customer buyer;
  private final Checkout checkout;
  private final Random random;

  /**
   * @param run makes keys new for each run
   * @param ids of the products by SKU
   */
  Errand(Invoice invoice, Customer buyer, Map<String, String> ids, String run, long seed) {
    this.invoice = invoice;
    this.buyer = buyer;
    this.checkout = new Checkout(buyer, run + " " + invoice.number(), lines(invoice, ids));
    // The same for an invoice, whoever comes first.
    this.random = new Random(seed ^ invoice.number().hashCode());
  }

  private static List<Map<String, Object>> lines(Invoice invoice, Map<String, String> ids) {
    return invoice.lines().stream()
        .map(
            line ->
                Map.<String, Object>of(
                    "productId", Objects.requireNonNull(ids.get(line.sku()), line.sku()),
                    "quantity", line.quantity()))
        .toList();
  }

  Purchase run() throws InterruptedException {
    Mischief mischief = Mischief.draw(random);
    Receipt receipt =
        switch (mischief) {
          case NONE -> checkout.send();
          case DOUBLE_CLICK -> same(twice(checkout::send));
          case HANG_UP -> {
            checkout.hangUpAfter(Duration.ofMillis(random.nextInt(LONGEST_CALL + 1)));
            yield checkout.send();
          }
          case AGAIN -> {
            Receipt first = checkout.send();
            Receipt again = checkout.send();
            if (!again.replayed()) {
              throw new UnexpectedAnswer(checkout.key() + " was not said to be replayed");
            }
            yield same(List.of(first, again));
          }
        };
    boolean cancelled = random.nextInt(100) < CANCELLED_PERCENT;
    if (cancelled) {
      cancel(receipt.orders(), random.nextBoolean());
    }
    return new Purchase(
        invoice, buyer, checkout.key(), receipt.purchase(), receipt.orders(), mischief, cancelled);
  }

  private void cancel(List<String> orders, boolean byDoubleClick) throws InterruptedException {
    for (String order : orders) {
      Callable<Boolean> cancel =
          () -> {
            buyer.person().change("cancelOrder", CANCEL, Map.of("id", order));
            return true;
          };
      if (byDoubleClick) {
        twice(cancel);
      } else {
        once(cancel);
      }
    }
  }

  private Receipt same(List<Receipt> receipts) {
    Receipt first = receipts.getFirst();
    if (receipts.stream().anyMatch(other -> !other.purchase().equals(first.purchase()))
        || receipts.stream().filter(receipt -> !receipt.replayed()).count() > 1) {
      throw new UnexpectedAnswer(
          "%s made several purchases: %s".formatted(checkout.key(), receipts));
    }
    return first;
  }

  private static <T> T once(Callable<T> work) throws InterruptedException {
    try (ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
      return result(thread.submit(work));
    }
  }

  private static <T> List<T> twice(Callable<T> work) throws InterruptedException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> both = IntStream.range(0, 2).mapToObj(i -> threads.submit(work)).toList();
      return List.of(result(both.getFirst()), result(both.getLast()));
    }
  }

  private static <T> T result(Future<T> work) throws InterruptedException {
    try {
      return work.get();
    } catch (ExecutionException e) {
      throw new UnexpectedAnswer(String.valueOf(e.getCause()));
    }
  }
}
