package dev.lapak.platform.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.ContextConfiguration;

/**
 * Starts the whole subgraph on a port of its own with an empty real database; callers are known by
 * {@link TestCallers}, people by {@link TestIssuer}. Ask it through an injected {@link
 * SubgraphTester}. Name the subgraph with {@code properties = "spring.config.name=users"}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = SubgraphTestContext.class)
@Import(SubgraphTester.Configuration.class)
public @interface SubgraphTest {

  /** {@code spring.config.name=…} and other properties. */
  @AliasFor(annotation = SpringBootTest.class, attribute = "properties")
  String[] properties();
}
