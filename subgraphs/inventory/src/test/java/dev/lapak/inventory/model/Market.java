package dev.lapak.inventory.model;

import dev.lapak.inventory.model.Model.Place;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import reactor.core.publisher.Mono;

/**
 * Two sellers and their goods, the model of them, and what has happened. Whoever asks for something
 * is alone in it, so that the model knows what comes of it; other markets are busy meanwhile.
 */
final class Market {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final int REMEMBERED = 40;

  /** A seller, with what is the seller's. */
  record Trader(UUID id, List<UUID> products, List<UUID> warehouses) {

    Trader {
      products = List.copyOf(products);
      warehouses = List.copyOf(warehouses);
    }
  }

  final Model model = new Model();
  final Tables tables;
  final List<Trader> traders = new ArrayList<>();
  private final Random random;
  private final List<Instance> instances;
  private final Deque<String> history = new ArrayDeque<>();

  Market(Random random, List<Instance> instances, Tables tables) {
    this.random = random;
    this.instances = List.copyOf(instances);
    this.tables = tables;
  }

  /** Opens for another seller. */
  void open(UUID seller, List<UUID> products) {
    List<UUID> warehouses = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      instance(i).warehouses().create(seller, "W" + i).block(SOON);
    }
    answer(instance(0).warehouses().of(seller).collectList())
        .forEach(made -> warehouses.add(made.id()));
    warehouses.forEach(warehouse -> model.warehouses.put(warehouse, true));
    traders.add(new Trader(seller, products, warehouses));
  }

  List<UUID> products() {
    return traders.stream().flatMap(trader -> trader.products().stream()).toList();
  }

  /** One of them. */
  Instance instance() {
    return pick(instances);
  }

  /** For the so manyth of several callers. */
  Instance instance(int caller) {
    return instances.get(caller % instances.size());
  }

  UUID newId() {
    return new UUID(random.nextLong(), random.nextLong());
  }

  /** From 0, below the bound. */
  int number(int bound) {
    return random.nextInt(bound);
  }

  int between(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  boolean oneIn(int many) {
    return random.nextInt(many) == 0;
  }

  <T> T pick(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  Trader trader() {
    return pick(traders);
  }

  Place place(Trader trader) {
    return new Place(pick(trader.products()), pick(trader.warehouses()));
  }

  /** Some of the trader's products, so many of each at most. */
  Map<UUID, Integer> lines(Trader trader, int most) {
    List<UUID> shuffled = new ArrayList<>(trader.products());
    Collections.shuffle(shuffled, random);
    Map<UUID, Integer> lines = new LinkedHashMap<>();
    shuffled.subList(0, between(1, 3)).forEach(product -> lines.put(product, between(1, most)));
    return lines;
  }

  /** Waits for the answer. */
  <T> T answer(Mono<T> asked) {
    return Objects.requireNonNull(asked.block(SOON), "no answer");
  }

  void remember(String what) {
    history.add(what);
    if (history.size() > REMEMBERED) {
      history.remove();
    }
  }

  /** What has happened at last. */
  String history() {
    return String.join("\n", history);
  }
}
