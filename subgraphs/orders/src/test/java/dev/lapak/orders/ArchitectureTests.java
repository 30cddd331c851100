package dev.lapak.orders;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import dev.lapak.platform.testing.ArchitectureRules;

@AnalyzeClasses(packages = "dev.lapak.orders", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

  @ArchTest static final ArchTests RULES = ArchTests.in(ArchitectureRules.class);
}
