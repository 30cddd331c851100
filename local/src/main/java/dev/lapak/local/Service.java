package dev.lapak.local;

import dev.lapak.edge.EdgeApplication;
import dev.lapak.inventory.InventoryApplication;
import dev.lapak.local.process.RecordedProcess;
import dev.lapak.local.state.Home;
import dev.lapak.local.state.Port;
import dev.lapak.orders.OrdersApplication;
import dev.lapak.products.ProductsApplication;
import dev.lapak.users.UsersApplication;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** A Spring Boot application of the supergraph. */
enum Service {
  USERS(Port.USERS, UsersApplication::builder),
  PRODUCTS(Port.PRODUCTS, ProductsApplication::builder),
  INVENTORY(Port.INVENTORY, InventoryApplication::builder),
  ORDERS(Port.ORDERS, OrdersApplication::builder),
  EDGE(Port.EDGE, EdgeApplication::builder);

  private final Port port;
  private final Supplier<SpringApplicationBuilder> builder;

  Service(Port port, Supplier<SpringApplicationBuilder> builder) {
    this.port = port;
    this.builder = builder;
  }

  Port port() {
    return port;
  }

  SpringApplicationBuilder builder() {
    return builder.get();
  }

  /** As the console and the logs call it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Where its process is written down, if it has one of its own. */
  RecordedProcess record(Home home) {
    return new RecordedProcess(home.run().resolve(word() + ".pid"));
  }
}
