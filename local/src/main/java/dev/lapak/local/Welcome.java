package dev.lapak.local;

import dev.lapak.local.demo.DemoPeople;
import dev.lapak.local.demo.DemoPerson;
import dev.lapak.local.state.Secret;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** What there is to see, once all is there. */
final class Welcome {

  private Welcome() {}

  static List<String> lines(URI door, Setup setup, boolean demo) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("  GraphQL      " + door.resolve("/graphql"));
    lines.add("  GraphiQL     " + door.resolve("/graphiql"));
    lines.add("  Dashboard    " + door.resolve("/dashboard"));
    lines.add("  Orders       " + door.resolve("/orders"));
    lines.add("");
    if (demo) {
      String password = setup.secrets().get(Secret.DEMO_PASSWORD);
      DemoPeople.all().forEach(person -> lines.add(logIn(person, password)));
    }
    lines.add(logIn(DemoPeople.ADMIN, setup.secrets().get(Secret.ADMIN_PASSWORD)));
    lines.add("");
    return lines;
  }

  private static String logIn(DemoPerson person, String password) {
    return "  %-12s %-22s %s".formatted(person.role(), person.email(), password);
  }
}
