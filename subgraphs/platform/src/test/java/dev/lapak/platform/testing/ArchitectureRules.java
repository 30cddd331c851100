package dev.lapak.platform.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.reactivestreams.Publisher;

/**
 * The boundaries inside a subgraph, checked in its {@code ArchitectureTests}:
 *
 * <pre>{@code
 * @AnalyzeClasses(packages = "dev.lapak.users", importOptions = DoNotIncludeTests.class)
 * class ArchitectureTests {
 *   @ArchTest static final ArchTests RULES = ArchTests.in(ArchitectureRules.class);
 * }
 * }</pre>
 */
public final class ArchitectureRules {

  private static final String GRAPHQL = "dev.lapak.*..graphql";
  private static final String R2DBC = "dev.lapak.*..r2dbc";
  private static final Pattern FORBIDDEN_NAMES =
      Pattern.compile("Base[A-Z].*|Abstract[A-Z].*|.*(Impl|Dto|DTO|Manager|Utils?|Helper|Common)");
  private static final Pattern MONEY =
      Pattern.compile("(?i).*(amount|price|total|cost|fee|money|balance|payment).*");
  private static final Set<String> FLOATS =
      Set.of("float", "double", "java.lang.Float", "java.lang.Double");
  private static final Set<String> BLOCKING =
      Set.of("block", "blockFirst", "blockLast", "blockOptional", "toIterable", "toStream");

  @ArchTest
  static final ArchRule FEATURES_KNOW_NEITHER_GRAPHQL_NOR_SQL =
      noClasses()
          .that()
          .resideOutsideOfPackages(GRAPHQL, R2DBC)
          .should(dependOnClassesThat(resideInAnyPackage(GRAPHQL, R2DBC)))
          .because("arrows point to the feature root, never back");

  @ArchTest
  static final ArchRule GRAPHQL_KNOWS_NO_SQL =
      noClasses()
          .that()
          .resideInAPackage(GRAPHQL)
          .should(dependOnClassesThat(resideInAnyPackage(R2DBC)))
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule SQL_KNOWS_NO_GRAPHQL =
      noClasses()
          .that()
          .resideInAPackage(R2DBC)
          .should(dependOnClassesThat(resideInAnyPackage(GRAPHQL)))
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule FEATURES_HAVE_NO_CYCLES =
      slices().matching("dev.lapak.*.(*)..").should().beFreeOfCycles().allowEmptyShould(true);

  @ArchTest
  public static final ArchRule SUBGRAPHS_KNOW_ONLY_THEMSELVES_AND_THE_PLATFORM =
      classes()
          .should(
              each(
                  "depend on no other subgraph",
                  type ->
                      type.getDirectDependenciesFromSelf().stream()
                          .filter(dependency -> isForeign(type, dependency.getTargetClass()))
                          .map(Object::toString)));

  @ArchTest
  public static final ArchRule NOTHING_BLOCKS =
      noClasses()
          .should()
          .accessTargetWhere(describe("block or end a pipeline", ArchitectureRules::blocks))
          .because("one blocked event loop stops thousands of requests");

  @ArchTest
  static final ArchRule PUBLIC_MEANS_USED_ELSEWHERE =
      classes()
          .that(describe("are public", ArchitectureRules::isPublicByChoice))
          .should(
              each(
                  "be used from another package, else be package-private",
                  type ->
                      isUsedElsewhere(type)
                          ? Stream.empty()
                          : Stream.of(type.getName() + " is used in its own package only")))
          .allowEmptyShould(true);

  @ArchTest
  public static final ArchRule NAMES_SAY_SOMETHING =
      classes()
          .should(
              each(
                  "have no name that says nothing",
                  type ->
                      FORBIDDEN_NAMES.matcher(type.getSimpleName()).matches()
                          ? Stream.of(type.getName())
                          : Stream.empty()));

  @ArchTest
  public static final ArchRule PACKAGES_ARE_NULL_MARKED =
      classes()
          .should(
              each(
                  "be in a package whose package-info.java is @NullMarked",
                  type ->
                      type.getPackage()
                              .tryGetPackageInfo()
                              .filter(info -> info.isAnnotatedWith(NullMarked.class))
                              .isPresent()
                          ? Stream.empty()
                          : Stream.of(type.getName() + " is not")));

  @ArchTest
  public static final ArchRule MONEY_IS_NO_FLOAT =
      classes()
          .should(
              each(
                  "have no float named like money",
                  type -> Stream.concat(floatFields(type), floatParameters(type))));

  private ArchitectureRules() {}

  private static boolean isForeign(JavaClass self, JavaClass target) {
    String theirs = module(target);
    return !theirs.isEmpty() && !theirs.equals(module(self)) && !theirs.equals("platform");
  }

  /** {@code users} of {@code dev.lapak.users.account}. */
  private static String module(JavaClass type) {
    String[] segments = type.getPackageName().split("\\.", -1);
    return segments.length > 2 && type.getPackageName().startsWith("dev.lapak.") ? segments[2] : "";
  }

  private static boolean blocks(JavaAccess<?> access) {
    String method = access.getTarget().getName();
    return access.getTargetOwner().isAssignableTo(Publisher.class)
        && (BLOCKING.contains(method)
            || (method.equals("subscribe") && access.getTarget().getFullName().endsWith("()")));
  }

  private static boolean isPublicByChoice(JavaClass type) {
    return type.isTopLevelClass()
        && type.getModifiers().contains(JavaModifier.PUBLIC)
        && !type.isAnnotatedWith("org.springframework.boot.autoconfigure.SpringBootApplication");
  }

  private static boolean isUsedElsewhere(JavaClass type) {
    return type.getDirectDependenciesToSelf().stream()
        .map(dependency -> dependency.getOriginClass().getPackage())
        .anyMatch(Predicate.not(type.getPackage()::equals));
  }

  private static Stream<String> floatFields(JavaClass type) {
    return type.getFields().stream()
        .filter(field -> FLOATS.contains(field.getRawType().getName()))
        .filter(field -> MONEY.matcher(field.getName()).matches())
        .map(field -> field.getFullName());
  }

  private static Stream<String> floatParameters(JavaClass type) {
    return type.getMethods().stream()
        .filter(
            method ->
                method.getRawParameterTypes().stream()
                    .map(JavaClass::getName)
                    .anyMatch(FLOATS::contains))
        .flatMap(
            method ->
                Arrays.stream(method.reflect().getParameters())
                    .filter(parameter -> FLOATS.contains(parameter.getType().getName()))
                    .map(Parameter::getName)
                    .filter(name -> MONEY.matcher(name).matches())
                    .map(name -> method.getFullName() + " takes " + name));
  }

  /** A condition that finds what is wrong with a class. */
  private static ArchCondition<JavaClass> each(String description, Violations violations) {
    return new ArchCondition<>(description) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        violations
            .of(type)
            .forEach(message -> events.add(SimpleConditionEvent.violated(type, message)));
      }
    };
  }

  @FunctionalInterface
  private interface Violations {
    Stream<String> of(JavaClass type);
  }
}
