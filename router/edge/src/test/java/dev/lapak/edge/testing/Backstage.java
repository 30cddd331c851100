package dev.lapak.edge.testing;

import dev.lapak.platform.testing.TestIssuer;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** What stands behind the door in tests, one of each per JVM. */
public final class Backstage
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  public static final StandIn ROUTER = new StandIn();
  public static final StandIn ORDERS = new StandIn();

  /** The edge's secret. */
  public static final String SECRET = "edge-edge-edge-edge-edge-edge-edge-edge";

  /** As the edge is started, with short times: nobody wants to wait in a test. */
  public static Map<String, Object> properties() {
    Map<String, Object> properties = new HashMap<>();
    properties.put("management.server.port", "0");
    properties.put("lapak.caller.secrets.edge", SECRET);
    properties.put("lapak.jwks.url", TestIssuer.jwksUrl());
    properties.put("lapak.edge.router-url", ROUTER.url());
    properties.put("lapak.orders.url", ORDERS.url());
    properties.put("lapak.users.url", "http://127.0.0.1:19/graphql");
    properties.put("lapak.products.url", "http://127.0.0.1:19/graphql");
    properties.put("lapak.inventory.url", "http://127.0.0.1:19/graphql");
    properties.put("lapak.edge.web", "src/test/resources/pages");
    properties.put("lapak.edge.router.timeout", "3s");
    properties.put("lapak.edge.file.timeout", "2s");
    properties.put("lapak.edge.socket.init-timeout", "2s");
    properties.put("lapak.edge.socket.sign-of-life", "200ms");
    properties.put("lapak.edge.socket.subscriptions", "3");
    properties.put("lapak.edge.socket.message-size", "10KB");
    properties.put("lapak.edge.socket.drain", "300ms");
    properties.put("lapak.edge.subscription.lookup-timeout", "1500ms");
    properties.put("lapak.edge.subscription.silence", "3s");
    return properties;
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    // What a test says of itself goes before.
    context
        .getEnvironment()
        .getPropertySources()
        .addAfter("Inlined Test Properties", new MapPropertySource("backstage", properties()));
  }
}
