package dev.lapak.local.demo;

import java.util.List;
import java.util.stream.Stream;

/** Everybody who can log in once the demo data is there. */
public final class DemoPeople {

  /** Made by the operator, not by the demo data, with a password of its own. */
  public static final DemoPerson ADMIN = new DemoPerson("admin", "admin@lapak.example", "Admin");

  public static final DemoPerson BUYER =
      new DemoPerson("buyer", "budi@lapak.example", "Budi Hartono");

  private DemoPeople() {}

  public static List<DemoPerson> sellers() {
    return Seller.ALL.stream().map(Seller::person).toList();
  }

  /** All with the demo password. */
  public static List<DemoPerson> all() {
    return Stream.concat(sellers().stream(), Stream.of(BUYER)).toList();
  }
}
