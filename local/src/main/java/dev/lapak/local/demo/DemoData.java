package dev.lapak.local.demo;

import dev.lapak.local.client.Person;
import dev.lapak.local.client.UnexpectedAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.web.client.RestClientException;

/** Loads the demo data through the public endpoint; goes on where an earlier load was stopped. */
public final class DemoData {

  private static final int AT_ONCE = 4;
  private static final int BATCH = 20;
  private static final int ATTEMPTS = 5;

  private static final String CREATE_CATEGORY =
      """
      mutation ($slug: String!, $name: String!) {
        createCategory(input: {slug: $slug, name: $name}) { errors { code message } }
      }
      """;

  private final Person nobody;
  private final String adminPassword;
  private final String demoPassword;

  public DemoData(Person nobody, String adminPassword, String demoPassword) {
    this.nobody = nobody;
    this.adminPassword = adminPassword;
    this.demoPassword = demoPassword;
  }

  /**
   * @param progress is told how many products have their stock, and of how many
   */
  public void load(Progress progress) throws InterruptedException, ExecutionException {
    Accounts accounts = new Accounts(nobody, demoPassword);
    Person admin = Accounts.logIn(nobody, DemoPeople.ADMIN, adminPassword);
    for (Category category : Category.read()) {
      admin.change(
          "createCategory",
          CREATE_CATEGORY,
          Map.of("slug", category.slug(), "name", category.name()),
          "SLUG_TAKEN");
    }
    accounts.of(DemoPeople.BUYER);
    List<Listing> listings = Listing.read();
    AtomicInteger done = new AtomicInteger();
    try (ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<?>> work = new ArrayList<>();
      for (Seller seller : Seller.ALL) {
        Shop shop = Shop.open(accounts, seller);
        List<Listing> own =
            listings.stream().filter(listing -> listing.seller().equals(seller.key())).toList();
        shop.catalogue().take(own);
        Map<String, String> ids = shop.catalogue().ids();
        for (List<Listing> batch : batches(own)) {
          work.add(
              workers.submit(
                  () -> {
                    stock(shop, batch, ids);
                    progress.at(done.addAndGet(batch.size()), listings.size());
                    return null;
                  }));
        }
      }
      try {
        for (Future<?> each : work) {
          each.get();
        }
      } finally {
        workers.shutdownNow();
      }
    }
  }

  /** A busy machine may need more time than a request has; what is sent again is done once. */
  private static void stock(Shop shop, List<Listing> batch, Map<String, String> ids)
      throws InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        shop.stock(batch, ids);
        return;
      } catch (UnexpectedAnswer | RestClientException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
        Thread.sleep(Duration.ofSeconds(attempt));
      }
    }
  }

  private static List<List<Listing>> batches(List<Listing> own) {
    List<List<Listing>> batches = new ArrayList<>();
    for (int from = 0; from < own.size(); from += BATCH) {
      batches.add(own.subList(from, Math.min(from + BATCH, own.size())));
    }
    return batches;
  }

  /** Hears how far it got. */
  public interface Progress {
    void at(int done, int all);
  }
}
