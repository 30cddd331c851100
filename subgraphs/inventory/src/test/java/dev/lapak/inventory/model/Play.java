package dev.lapak.inventory.model;

import java.util.Map;

/** Does in a market whatever comes up. */
record Play(Market market, Buyers buyers, Sellers sellers, Races races, Map<String, Integer> done) {

  Play(Market market, Map<String, Integer> done) {
    Buyers buyers = new Buyers(market);
    Sellers sellers = new Sellers(market);
    this(market, buyers, sellers, new Races(market, buyers, sellers), done);
  }

  /** At least so many steps; says how many there were. */
  int round(int least) {
    int steps = 0;
    while (steps < least) {
      steps += step();
    }
    return steps;
  }

  private int step() {
    int chance = market.number(100);
    return switch (chance / 4) {
      case 0, 1, 2, 3, 4, 5, 6 -> one("reserve", buyers::reserve);
      case 7, 8 -> one("commit", buyers::commit);
      case 9 -> one("release", buyers::release);
      case 10 -> one("give back", buyers::giveBack);
      case 11 -> one("extend", buyers::extend);
      case 12, 13 -> one("expire", buyers::letEnd);
      case 14, 15 -> one("set stock", sellers::count);
      case 16, 17, 18 -> one("adjust", sellers::adjust);
      case 19, 20 -> one("start transfer", sellers::send);
      case 21, 22 -> one("end transfer", sellers::end);
      case 23 -> one("activate, deactivate", sellers::turn);
      default -> race();
    };
  }

  private int race() {
    return switch (market.number(8)) {
      case 0 -> many("race for goods", races.lastGoods());
      case 1 -> many("race of twins", races.twins());
      case 2 -> many("race of ends", races.ends());
      case 3 -> many("race with time", races.lastMoment());
      case 4 -> many("race of counts", races.counts());
      case 5 -> many("race of losses", races.losses());
      case 6 -> many("race of returns", races.returns());
      default -> many("race of arrivals", races.arrivals());
    };
  }

  private int one(String kind, Runnable step) {
    step.run();
    return many(kind, 1);
  }

  private int many(String kind, int steps) {
    done.merge(kind, steps, Integer::sum);
    return steps;
  }
}
