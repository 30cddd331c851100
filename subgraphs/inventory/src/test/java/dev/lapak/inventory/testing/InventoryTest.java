package dev.lapak.inventory.testing;

import dev.lapak.platform.testing.SubgraphTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/**
 * Starts inventory on an empty database, beside a products subgraph that says who owns what.
 * Nothing is swept unless a test does it, so that what is over and unswept is seen.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SubgraphTest(
    properties = {
      "spring.config.name=inventory",
      "lapak.sweep.every=1h",
      // Longer than it takes PostgreSQL to find a circle, so that one is not taken for a wait.
      "spring.r2dbc.properties.options=enable_seqscan=off;lock_timeout=10s"
    })
@Import(InventoryTestConfiguration.class)
public @interface InventoryTest {}
