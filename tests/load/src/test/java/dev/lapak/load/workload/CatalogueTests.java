package dev.lapak.load.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lapak.load.Trouble;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CatalogueTests {

  @Test
  void a_full_page_follows_each_that_is_drawn_for_it() {
    Catalogue catalogue = catalogue(22);
    Set<String> drawn = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      drawn.add(catalogue.anyBeforeAPage().cursor());
    }

    assertThat(drawn).containsExactlyInAnyOrder("cursor0", "cursor1");
  }

  @Test
  void a_page_has_different_products() {
    List<Catalogue.Product> page = catalogue(40).anyPage();

    assertThat(Set.copyOf(page)).hasSize(20);
  }

  @Test
  void less_than_a_page_is_too_little_to_measure() {
    assertThatThrownBy(() -> catalogue(20))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("demo data");
  }

  private static Catalogue catalogue(int size) {
    return new Catalogue(
        IntStream.range(0, size)
            .mapToObj(i -> new Catalogue.Product("id" + i, "cursor" + i, "seller", 1))
            .toList());
  }
}
