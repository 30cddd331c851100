package dev.lapak.edge.document;

import static dev.lapak.platform.error.RequestErrorCode.GRAPHQL_PARSE_FAILED;
import static dev.lapak.platform.error.RequestErrorCode.QUERY_TOO_DEEP;
import static dev.lapak.platform.error.RequestErrorCode.QUERY_TOO_LARGE;

import dev.lapak.edge.error.Refusal;
import dev.lapak.edge.error.RefusedException;
import graphql.language.Document;
import graphql.language.SourceLocation;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.parser.exceptions.ParseCancelledTooDeepException;
import graphql.parser.exceptions.ParseCancelledTooManyCharsException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** graphql-java's parser, which stops by itself at what is too long or too deep. */
final class DocumentParser {

  /** What is repeated to whoever sent it. */
  private static final int MAX_TOKEN = 100;

  private final int maxCharacters;
  private final int maxTokens;
  private final ParserOptions options;

  DocumentParser(int maxCharacters, int maxTokens) {
    this.maxCharacters = maxCharacters;
    this.maxTokens = maxTokens;
    this.options =
        ParserOptions.newParserOptions()
            .captureIgnoredChars(false)
            .captureLineComments(false)
            .readerTrackData(false)
            .maxCharacters(maxCharacters)
            .maxTokens(maxTokens)
            .build();
  }

  /**
   * @throws RefusedException if it can't be read
   */
  Document parse(String document) {
    try {
      return new Parser()
          .parseDocument(
              ParserEnvironment.newParserEnvironment()
                  .document(document)
                  .parserOptions(options)
                  .locale(Locale.ENGLISH)
                  .build());
    } catch (InvalidSyntaxException e) {
      throw refusal(e).exception();
    }
  }

  private static String words(@Nullable String token, @Nullable SourceLocation location) {
    String place =
        location == null
            ? ""
            : " at line %d, column %d".formatted(location.getLine(), location.getColumn());
    return token == null || token.length() > MAX_TOKEN
        ? "The document is not GraphQL%s.".formatted(place)
        : token.equals("<EOF>")
            ? "The document ends too early%s.".formatted(place)
            : "The document is not GraphQL: unexpected '%s'%s.".formatted(token, place);
  }

  private Refusal refusal(InvalidSyntaxException failure) {
    return switch (failure) {
      case ParseCancelledTooDeepException deep ->
          new Refusal(QUERY_TOO_DEEP, "The document is nested too deeply to be read.");
      case ParseCancelledTooManyCharsException characters ->
          new Refusal(
              QUERY_TOO_LARGE,
              "The document has more than %d characters.".formatted(maxCharacters));
      case ParseCancelledException tokens ->
          new Refusal(
              QUERY_TOO_LARGE, "The document has more than %d tokens.".formatted(maxTokens));
      default -> {
        SourceLocation location = failure.getLocation();
        yield new Refusal(
            GRAPHQL_PARSE_FAILED,
            words(failure.getOffendingToken(), location),
            location == null ? List.of() : List.of(location));
      }
    };
  }
}
