package dev.lapak.local.demo;

import java.util.List;

/** A shelf of the demo catalogue. */
record Category(String slug, String name) {

  static List<Category> read() {
    return Csv.read("categories.csv", Category.class);
  }
}
