package dev.lapak.local.story;

import dev.lapak.local.client.Answer;

/** What a subscription to orders tells. */
record Event(
    String type, int sequence, String status, String orderId, Answer answer, String field) {

  static Event of(Answer answer, String field) {
    return new Event(
        answer.get(field + ".type"),
        answer.<Integer>get(field + ".sequence"),
        answer.get(field + ".status"),
        answer.get(field + ".orderId"),
        answer,
        field);
  }

  /** More of it, by the path within the event. */
  <T> T get(String path) {
    return answer.get(field + "." + path);
  }

  @Override
  public String toString() {
    return "#%d %s, now %s".formatted(sequence, type, status);
  }
}
