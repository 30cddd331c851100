package dev.lapak.platform.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.platform.testing.Race;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

class PlacesTests {

  private static final UUID GREEDY = UUID.randomUUID();
  private static final UUID OTHER = UUID.randomUUID();

  private final Places places = new Places(8);
  private final List<Sinks.One<String>> works = new ArrayList<>();
  private final List<Disposable> taken = new ArrayList<>();

  @Test
  void one_owner_has_six_places_and_another_one_of_the_rest() {
    take(GREEDY, 6);

    refused(GREEDY);
    taken(OTHER);
  }

  @Test
  void all_together_have_no_more_than_there_are() {
    take(GREEDY, 6);
    take(OTHER, 2);

    refused(OTHER);
    refused(UUID.randomUUID());
  }

  @Test
  void a_place_is_free_again_however_the_work_ends() {
    take(GREEDY, 6);
    works.get(0).tryEmitValue("done");
    works.get(1).tryEmitError(new IllegalStateException("failed"));
    works.get(2).tryEmitEmpty();
    taken.get(3).dispose();

    take(GREEDY, 4);
    refused(GREEDY);
  }

  @Test
  void a_place_is_free_again_where_work_does_not_even_begin() {
    for (int i = 0; i < 20; i++) {
      StepVerifier.create(
              places.within(
                  GREEDY,
                  () -> {
                    throw new IllegalStateException("never");
                  }))
          .verifyError(IllegalStateException.class);
    }
    taken(GREEDY);
  }

  @Test
  void no_place_is_lost_or_won_among_many_at_once() {
    Race.of(
        8,
        racer -> {
          for (int i = 0; i < 10_000; i++) {
            places
                .within(i % 2 == 0 ? GREEDY : OTHER, () -> Mono.just("done"))
                .onErrorComplete(UploadException.class)
                .block();
          }
          return racer;
        });

    take(GREEDY, 6);
    take(OTHER, 2);
    refused(OTHER);
  }

  private void take(UUID owner, int count) {
    for (int i = 0; i < count; i++) {
      Sinks.One<String> work = Sinks.one();
      works.add(work);
      List<Throwable> failures = new ArrayList<>();
      taken.add(
          places
              .within(owner, work::asMono)
              .onErrorComplete(IllegalStateException.class)
              .subscribe(value -> {}, failures::add));
      assertThat(failures).isEmpty();
    }
  }

  private void taken(UUID owner) {
    StepVerifier.create(places.within(owner, () -> Mono.just("done")))
        .expectNext("done")
        .verifyComplete();
  }

  private void refused(UUID owner) {
    StepVerifier.create(places.within(owner, () -> Mono.just("done")))
        .verifyErrorSatisfies(
            refusal ->
                assertThat(((UploadException) refusal).reason())
                    .isEqualTo(UploadException.Reason.TRY_AGAIN));
  }
}
