package dev.lapak.local.story;

import dev.lapak.local.client.Answer;
import dev.lapak.local.client.Person;
import dev.lapak.local.client.UnexpectedAnswer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** A product as the story's people see it. */
record Goods(String id, String title, String seller, int available) {

  private static final String BROWSE =
      """
      query ($category: String!, $seller: ID!) {
        products(first: 100, filter: {category: $category, sellerId: $seller}) {
          edges { node { id title seller { name } availability { total } } }
        }
      }
      """;

  /** Any product of that shelf and seller of which there are so many. */
  static Goods find(Person person, String category, String sellerId, int atLeast) {
    List<Edge> edges =
        new ArrayList<>(
            person
                .read(BROWSE, Map.of("category", category, "seller", sellerId))
                .list("products.edges", Edge.class));
    // Another one each time, so that the story can be played often.
    Collections.shuffle(edges);
    return edges.stream()
        .map(Edge::node)
        .filter(node -> node.availability().total() >= atLeast)
        .findFirst()
        .map(
            node ->
                new Goods(
                    node.id(), node.title(), node.seller().name(), node.availability().total()))
        .orElseThrow(
            () ->
                new UnexpectedAnswer(
                    "there is no product of which there are %d: does ./lapak up run with --no-demo?"
                        .formatted(atLeast)));
  }

  /** How many can be had now. */
  int availableNow(Person person) {
    Answer answer =
        person.read(
            "query ($id: ID!) { product(id: $id) { availability { total } } }", Map.of("id", id));
    return answer.<Integer>get("product.availability.total");
  }

  private record Edge(Node node) {}

  private record Node(String id, String title, Shop seller, Stock availability) {}

  private record Shop(String name) {}

  private record Stock(int total) {}
}
