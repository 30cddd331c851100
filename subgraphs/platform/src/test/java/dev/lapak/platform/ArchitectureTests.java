package dev.lapak.platform;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.lapak.platform.testing.ArchitectureRules;

/** The rules of subgraphs that make sense for what is no subgraph. */
@AnalyzeClasses(packages = "dev.lapak.platform", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

  @ArchTest
  static final ArchRule ALONE = ArchitectureRules.SUBGRAPHS_KNOW_ONLY_THEMSELVES_AND_THE_PLATFORM;

  @ArchTest static final ArchRule NON_BLOCKING = ArchitectureRules.NOTHING_BLOCKS;
  @ArchTest static final ArchRule NAMES = ArchitectureRules.NAMES_SAY_SOMETHING;
  @ArchTest static final ArchRule NULLS = ArchitectureRules.PACKAGES_ARE_NULL_MARKED;
  @ArchTest static final ArchRule MONEY = ArchitectureRules.MONEY_IS_NO_FLOAT;
}
