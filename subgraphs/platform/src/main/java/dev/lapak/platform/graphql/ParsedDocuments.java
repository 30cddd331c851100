package dev.lapak.platform.graphql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionInput;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Remembers parsed and validated documents: the router sends the same few again and again. */
final class ParsedDocuments implements PreparsedDocumentProvider {

  private static final long MAX_CHARACTERS = 4_000_000;

  private final Cache<String, PreparsedDocumentEntry> documents =
      Caffeine.newBuilder()
          .maximumWeight(MAX_CHARACTERS)
          .weigher((String text, PreparsedDocumentEntry entry) -> text.length())
          .build();

  @Override
  public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
      ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parse) {
    PreparsedDocumentEntry known = documents.getIfPresent(input.getQuery());
    if (known == null) {
      known = parse.apply(input);
      if (!known.hasErrors()) {
        documents.put(input.getQuery(), known);
      }
    }
    return CompletableFuture.completedFuture(known);
  }
}
