package dev.lapak.orders.testing;

import dev.lapak.platform.testing.SubgraphTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextCustomizerFactories;

/** Starts orders with a {@link World} around it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SubgraphTest(
    properties = {
      "spring.config.name=orders",
      "lapak.orders.file-secret=0123456789-0123456789-0123456789",
      "lapak.remote.timeout=3s",
      "lapak.orders.ask-every=2s",
      "lapak.midtrans.timeout=2s"
    })
@Import(World.Configuration.class)
@ContextCustomizerFactories(WorldFactory.class)
public @interface OrdersTest {}
