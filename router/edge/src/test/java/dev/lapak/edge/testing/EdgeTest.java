package dev.lapak.edge.testing;

import dev.lapak.edge.EdgeApplication;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.ContextConfiguration;

/** Starts the edge on a port of its own before the stand-ins of {@link Backstage}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = EdgeApplication.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "spring.config.name=edge")
@ContextConfiguration(initializers = Backstage.class)
public @interface EdgeTest {

  /** Beside {@code spring.config.name=edge}, which must be said again. */
  @AliasFor(annotation = SpringBootTest.class, attribute = "properties")
  String[] properties() default "spring.config.name=edge";
}
