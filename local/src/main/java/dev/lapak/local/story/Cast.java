package dev.lapak.local.story;

import dev.lapak.local.client.Person;
import dev.lapak.local.demo.Accounts;
import dev.lapak.local.demo.DemoPeople;
import dev.lapak.local.demo.DemoPerson;
import java.util.List;
import java.util.UUID;

/** Everybody who plays, logged in, each with a token of their own. */
record Cast(Buyer buyer, Buyer stranger, Keeper seller, Keeper otherSeller) {

  static Cast enter(Person nobody, String demoPassword) {
    Accounts accounts = new Accounts(nobody, demoPassword);
    List<DemoPerson> sellers = DemoPeople.sellers();
    DemoPerson stranger =
        new DemoPerson("buyer", "rina-%s@lapak.example".formatted(UUID.randomUUID()), "Rina");
    return new Cast(
        new Buyer("Budi", DemoPeople.BUYER.name(), accounts.logIn(DemoPeople.BUYER)),
        new Buyer("Rina", stranger.name(), accounts.of(stranger)),
        Keeper.of("Sari", accounts.logIn(sellers.get(0))),
        Keeper.of("Dewi", accounts.logIn(sellers.get(1))));
  }
}
