package dev.lapak.products;

import dev.lapak.platform.testing.StatementCount;
import dev.lapak.platform.testing.SubgraphTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/** The products subgraph as all of its tests need it, so that they share one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SubgraphTest(
    properties = {
      "spring.config.name=products",
      "lapak.products.file-secret=0123456789-0123456789-0123456789"
    })
@Import({Shop.Maker.class, StatementCount.class, Checks.class})
public @interface ProductsTest {}
