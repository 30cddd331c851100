package dev.lapak.local;

import dev.lapak.local.database.Database;
import dev.lapak.local.demo.DemoPeople;
import dev.lapak.local.process.KeptProcess;
import dev.lapak.local.process.RecordedProcess;
import dev.lapak.local.router.RouterProgram;
import dev.lapak.local.router.StandInPackages;
import dev.lapak.local.state.Home;
import dev.lapak.local.state.Port;
import dev.lapak.local.state.Ports;
import dev.lapak.local.state.Secret;
import dev.lapak.local.state.Secrets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Tells each part what it must know.
 *
 * @param root the project's directory
 */
record Setup(
    Path root,
    Home home,
    Ports ports,
    Secrets secrets,
    Services services,
    Map<String, String> environment) {

  private static final List<Port> SUBGRAPHS =
      List.of(Port.USERS, Port.PRODUCTS, Port.INVENTORY, Port.ORDERS);

  /** In the order of their starts. */
  List<Part> parts(RouterProgram program, Console console) {
    return List.of(
        database(console),
        users(),
        products(),
        service(Service.INVENTORY, subgraph(Port.INVENTORY, Secret.DB_PASSWORD_INVENTORY)),
        orders(),
        router(program, console),
        edge());
  }

  /** Where processes that outlived their launcher are found. */
  static List<RecordedProcess> records(Home home) {
    List<RecordedProcess> records = new ArrayList<>();
    records.add(routerRecord(home));
    Arrays.stream(Service.values()).map(service -> service.record(home)).forEach(records::add);
    return records;
  }

  private static RecordedProcess routerRecord(Home home) {
    return new RecordedProcess(home.run().resolve("router.pid"));
  }

  private Part service(Service service, List<String> settings) {
    return services.run(service, ports.of(service.port()), settings);
  }

  private Part database(Console console) {
    Database database =
        new Database(home, root.resolve(".lapak/bin/postgres"), ports.of(Port.POSTGRES), secrets);
    return Part.of(
        "PostgreSQL",
        () -> {
          database.start();
          database.watch(console::say);
        },
        database::stop);
  }

  private Part users() {
    List<String> settings = subgraph(Port.USERS, Secret.DB_PASSWORD_USERS);
    settings.add("--lapak.users.key-secret=" + secrets.get(Secret.USERS_KEY_SECRET));
    settings.add("--lapak.users.admin.email=" + DemoPeople.ADMIN.email());
    settings.add("--lapak.users.admin.password=" + secrets.get(Secret.ADMIN_PASSWORD));
    return service(Service.USERS, settings);
  }

  private Part products() {
    List<String> settings = subgraph(Port.PRODUCTS, Secret.DB_PASSWORD_PRODUCTS);
    settings.add("--lapak.products.file-secret=" + secrets.get(Secret.PRODUCTS_FILE_SECRET));
    return service(Service.PRODUCTS, settings);
  }

  private Part orders() {
    List<String> settings = subgraph(Port.ORDERS, Secret.DB_PASSWORD_ORDERS);
    settings.add("--lapak.orders.file-secret=" + secrets.get(Secret.ORDERS_FILE_SECRET));
    return service(Service.ORDERS, settings);
  }

  private Part router(RouterProgram program, Console console) {
    Map<String, String> told = new HashMap<>();
    told.put("LAPAK_ROUTER_SECRET", secrets.get(Secret.CALLER_SECRETS_ROUTER));
    told.put("LAPAK_ROUTER_LISTEN", address(Port.ROUTER));
    told.put("LAPAK_ROUTER_HEALTH_LISTEN", address(Port.ROUTER_HEALTH));
    told.put("LAPAK_ROUTER_METRICS_LISTEN", address(Port.ROUTER_METRICS));
    told.put("LAPAK_ROUTER_SCRIPTS", root.resolve("router").toString());
    told.put("APOLLO_TELEMETRY_DISABLED", "true");
    SUBGRAPHS.forEach(subgraph -> told.put(variable(subgraph), url(subgraph)));
    KeptProcess router =
        new KeptProcess(
            "router",
            program.command(),
            told,
            ports.of(Port.ROUTER),
            home.log().resolve("router.log"),
            routerRecord(home),
            console::say);
    return Part.of(
        "router",
        () -> {
          StandInPackages packages = StandInPackages.of(root);
          if (program.isStandIn() && !packages.areInstalled()) {
            packages.install(home.log().resolve("npm-gateway.log"), environment);
          }
          router.start();
        },
        router::stop);
  }

  private Part edge() {
    List<String> settings = common(Port.EDGE);
    settings.add("--management.server.port=" + ports.of(Port.EDGE_MANAGEMENT));
    settings.add("--lapak.edge.router-url=http://%s/graphql".formatted(address(Port.ROUTER)));
    settings.add("--lapak.edge.web=" + root.resolve("web/dist"));
    settings.add("--lapak.edge.socket.drain=1s");
    return service(Service.EDGE, settings);
  }

  private List<String> subgraph(Port port, Secret password) {
    List<String> settings = common(port);
    settings.add("--lapak.db.port=" + ports.of(Port.POSTGRES));
    settings.add("--lapak.db.password=" + secrets.get(password));
    return settings;
  }

  private List<String> common(Port port) {
    List<String> settings = new ArrayList<>();
    settings.add("--server.port=" + ports.of(port));
    // Whoever is still connected has heard that it is over.
    settings.add("--spring.lifecycle.timeout-per-shutdown-phase=2s");
    for (Secret secret :
        List.of(
            Secret.CALLER_SECRETS_ROUTER,
            Secret.CALLER_SECRETS_EDGE,
            Secret.CALLER_SECRETS_INVENTORY,
            Secret.CALLER_SECRETS_ORDERS)) {
      settings.add("--" + property(secret) + "=" + secrets.get(secret));
    }
    for (Port subgraph : SUBGRAPHS) {
      settings.add("--lapak.%s.url=%s".formatted(lower(subgraph.name()), url(subgraph)));
    }
    settings.add("--lapak.jwks.url=http://%s/.well-known/jwks.json".formatted(address(Port.USERS)));
    return settings;
  }

  /** Where others find a subgraph: here, if the environment does not say another place. */
  private String url(Port subgraph) {
    String elsewhere = environment.get(variable(subgraph));
    return elsewhere == null || elsewhere.isBlank()
        ? "http://" + address(subgraph) + "/graphql"
        : elsewhere;
  }

  String address(Port port) {
    return "127.0.0.1:" + ports.of(port);
  }

  private static String variable(Port subgraph) {
    return "LAPAK_" + subgraph.name() + "_URL";
  }

  /** {@code CALLER_SECRETS_ROUTER} is {@code lapak.caller.secrets.router}. */
  private static String property(Secret secret) {
    return "lapak." + lower(secret.name()).replace('_', '.');
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
