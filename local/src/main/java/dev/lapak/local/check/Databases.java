package dev.lapak.local.check;

import dev.lapak.local.state.Port;
import dev.lapak.local.state.Ports;
import dev.lapak.local.state.Secret;
import dev.lapak.local.state.Secrets;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The running system's databases, each opened as the subgraph that it belongs to. */
record Databases(Function<String, DataSource> byName) {

  static Databases of(Ports ports, Secrets secrets) {
    return new Databases(
        name -> {
          PGSimpleDataSource source = new PGSimpleDataSource();
          source.setServerNames(new String[] {"127.0.0.1"});
          source.setPortNumbers(new int[] {ports.of(Port.POSTGRES)});
          source.setDatabaseName(name);
          source.setUser(name);
          source.setPassword(
              secrets.get(
                  switch (name) {
                    case "users" -> Secret.DB_PASSWORD_USERS;
                    case "products" -> Secret.DB_PASSWORD_PRODUCTS;
                    case "inventory" -> Secret.DB_PASSWORD_INVENTORY;
                    default -> Secret.DB_PASSWORD_ORDERS;
                  }));
          source.setApplicationName("lapak check");
          return source;
        });
  }

  Snapshot now(String database) throws SQLException {
    return Snapshot.of(database, byName.apply(database));
  }
}
