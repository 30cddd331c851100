package dev.lapak.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** That each rule finds what breaks it: {@code dev.lapak.crooked} breaks them all. */
class ArchitectureRulesTests {

  private static final JavaClasses CROOKED =
      new ClassFileImporter().importPackages("dev.lapak.crooked");

  static Stream<Arguments> broken() {
    return Stream.of(
        Arguments.of(
            ArchitectureRules.FEATURES_KNOW_NEITHER_GRAPHQL_NOR_SQL,
            "StallManager.show(dev.lapak.crooked.stall.graphql.StallController)"),
        Arguments.of(ArchitectureRules.GRAPHQL_KNOWS_NO_SQL, "StallController.rows"),
        Arguments.of(ArchitectureRules.SQL_KNOWS_NO_GRAPHQL, "StallRows.controller"),
        Arguments.of(ArchitectureRules.FEATURES_HAVE_NO_CYCLES, "Slice basket"),
        Arguments.of(
            ArchitectureRules.SUBGRAPHS_KNOW_ONLY_THEMSELVES_AND_THE_PLATFORM,
            "StallController.foreign"),
        Arguments.of(ArchitectureRules.NOTHING_BLOCKS, "StallManager.waitFor(reactor"),
        Arguments.of(ArchitectureRules.NOTHING_BLOCKS, "Mono.block()"),
        Arguments.of(ArchitectureRules.NOTHING_BLOCKS, "Flux.subscribe()"),
        Arguments.of(ArchitectureRules.PUBLIC_MEANS_USED_ELSEWHERE, "stall.Unused"),
        Arguments.of(ArchitectureRules.NAMES_SAY_SOMETHING, "StallManager"),
        Arguments.of(ArchitectureRules.PACKAGES_ARE_NULL_MARKED, "basket.Basket"),
        Arguments.of(ArchitectureRules.MONEY_IS_NO_FLOAT, "StallManager.price"),
        Arguments.of(ArchitectureRules.MONEY_IS_NO_FLOAT, "takes amount"));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void broken_rule_is_found(ArchRule rule, String where) {
    assertThat(rule.evaluate(CROOKED).getFailureReport().toString()).contains(where);
  }

  @Test
  void what_is_used_elsewhere_may_be_public() {
    assertThat(
            ArchitectureRules.PUBLIC_MEANS_USED_ELSEWHERE
                .evaluate(CROOKED)
                .getFailureReport()
                .getDetails())
        .containsExactly("dev.lapak.crooked.stall.Unused is used in its own package only");
  }
}
