package dev.lapak.local.bench;

import dev.lapak.inventory.InventoryApplication;
import dev.lapak.inventory.reservation.Reservations;
import dev.lapak.local.state.Port;
import dev.lapak.local.state.Ports;
import dev.lapak.local.state.Secret;
import dev.lapak.local.state.Secrets;
import dev.lapak.local.state.SetupException;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** An instance of inventory on a database of its own, beside those of the running system. */
final class Sandbox implements AutoCloseable {

  static final String DATABASE = "lapak_bench";
  static final int COLD = 1_000;

  private static final int PLENTY = 1_000_000_000;

  private final Ports ports;
  private final Secrets secrets;
  private final HoldTimes held = new HoldTimes();
  private final ConfigurableApplicationContext context;
  private final JdbcTemplate database;
  private final List<UUID> products;

  private Sandbox(Ports ports, Secrets secrets) throws SQLException {
    this.ports = ports;
    this.secrets = secrets;
    refuseSecond();
    server("DROP DATABASE IF EXISTS " + DATABASE);
    server("CREATE DATABASE " + DATABASE);
    context =
        InventoryApplication.builder()
            .initializers(start -> start.getBeanFactory().addBeanPostProcessor(held))
            .registerShutdownHook(false)
            .run(
                "--server.port=0",
                "--lapak.db.port=" + ports.of(Port.POSTGRES),
                "--lapak.db.name=" + DATABASE,
                "--lapak.db.user=postgres",
                "--lapak.db.password=" + secrets.get(Secret.POSTGRES_PASSWORD),
                "--lapak.caller.secrets.router=" + secrets.get(Secret.CALLER_SECRETS_ROUTER),
                "--lapak.caller.secrets.edge=" + secrets.get(Secret.CALLER_SECRETS_EDGE),
                "--lapak.caller.secrets.inventory=" + secrets.get(Secret.CALLER_SECRETS_INVENTORY),
                "--lapak.caller.secrets.orders=" + secrets.get(Secret.CALLER_SECRETS_ORDERS));
    database = new JdbcTemplate(source(DATABASE));
    products = Stream.generate(UUID::randomUUID).limit(COLD).toList();
    stock();
  }

  static Sandbox prepare(Ports ports, Secrets secrets) throws SQLException {
    return new Sandbox(ports, secrets);
  }

  private void refuseSecond() {
    Boolean used =
        new JdbcTemplate(source("postgres"))
            .queryForObject(
                "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = ?)",
                Boolean.class,
                DATABASE);
    if (Boolean.TRUE.equals(used)) {
      throw new SetupException("Another ./lapak bench inventory runs already: let it end first.");
    }
  }

  private void stock() {
    UUID[] ids = products.toArray(UUID[]::new);
    database.update("INSERT INTO product_owner SELECT unnest(?), uuidv7()", (Object) ids);
    database.update("INSERT INTO warehouse (seller_id, name) VALUES (uuidv7(), 'Bench')");
    database.update(
        "INSERT INTO stock_level (product_id, warehouse_id, on_hand) SELECT product_id, id, "
            + PLENTY
            + " FROM product_owner, warehouse");
    // What an update one by one has to do at least.
    database.execute(
        """
        CREATE TABLE naive (product_id uuid PRIMARY KEY, free integer NOT NULL CHECK (free >= 0))
        WITH (fillfactor = 50)
        """);
    database.update("INSERT INTO naive SELECT product_id, " + PLENTY + " FROM product_owner");
    database.execute("VACUUM ANALYZE");
  }

  /** As if nothing had been reserved yet. */
  void forget() {
    database.execute("TRUNCATE reservation_line, reservation");
    database.execute("UPDATE stock_level SET reserved = 0 WHERE reserved > 0");
    database.execute("VACUUM stock_level");
    database.execute("VACUUM naive");
    held.take();
  }

  List<UUID> products() {
    return products;
  }

  HoldTimes held() {
    return held;
  }

  Reservations reservations() {
    return context.getBean(Reservations.class);
  }

  int port() {
    return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  String proof() {
    return "orders:" + secrets.get(Secret.CALLER_SECRETS_ORDERS);
  }

  DataSource source() {
    return source(DATABASE);
  }

  String password() {
    return secrets.get(Secret.POSTGRES_PASSWORD);
  }

  int serverPort() {
    return ports.of(Port.POSTGRES);
  }

  long reserved() {
    Long all = database.queryForObject("SELECT sum(reserved) FROM stock_level", Long.class);
    return all == null ? 0 : all;
  }

  private void server(String sql) throws SQLException {
    try (var connection = source("postgres").getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private DataSource source(String name) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"127.0.0.1"});
    source.setPortNumbers(new int[] {ports.of(Port.POSTGRES)});
    source.setDatabaseName(name);
    source.setUser("postgres");
    source.setPassword(password());
    return source;
  }

  @Override
  public void close() throws SQLException {
    context.close();
    server("DROP DATABASE IF EXISTS " + DATABASE + " WITH (FORCE)");
  }
}
