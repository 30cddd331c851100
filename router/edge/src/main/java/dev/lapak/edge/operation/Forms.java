package dev.lapak.edge.operation;

import static dev.lapak.platform.error.RequestErrorCode.BAD_REQUEST;
import static dev.lapak.platform.error.RequestErrorCode.REQUEST_TOO_LARGE;

import dev.lapak.edge.document.Documents;
import dev.lapak.edge.error.Refusal;
import dev.lapak.edge.error.RefusedException;
import dev.lapak.edge.visitor.Visitor;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.http.codec.multipart.PartEventHttpMessageReader;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Signal;

/**
 * Operations with files, by the GraphQL multipart request specification: first the operation, then
 * where its files belong, then the files, each passed on while it comes. What is left is an
 * operation in JSON like any other.
 */
final class Forms {

  /** A page of another origin can't say this without the browser asking first. */
  private static final List<String> PREFLIGHT =
      List.of("Apollo-Require-Preflight", "X-Apollo-Operation-Name");

  private static final int MAX_HEADERS = 8 * 1024;

  /** Spring's reader tells of a broken body twice, the second time to nobody. */
  private static final String ON_ERROR_DROPPED = "reactor.onErrorDropped.local";

  private static final Consumer<Throwable> QUIETLY = dropped -> {};

  private final Documents documents;
  private final FileSender sender;
  private final FormProperties properties;
  private final int maxJson;
  private final PartEventHttpMessageReader reader = new PartEventHttpMessageReader();

  Forms(Documents documents, FileSender sender, FormProperties properties, int maxJson) {
    this.documents = documents;
    this.sender = sender;
    this.properties = properties;
    this.maxJson = maxJson;
    reader.setMaxHeadersSize(MAX_HEADERS);
    reader.setMaxInMemorySize(maxJson);
    reader.setMaxPartSize(properties.file().toBytes());
    reader.setMaxParts(2 + properties.files());
  }

  static boolean isForm(HttpHeaders headers) {
    String type = headers.getFirst(HttpHeaders.CONTENT_TYPE);
    return type != null && type.regionMatches(true, 0, MediaType.MULTIPART_FORM_DATA_VALUE, 0, 19);
  }

  /**
   * Before anything of it is read.
   *
   * @throws RefusedException if it may come from a page that nobody asked, or is too large
   */
  void require(HttpHeaders headers) {
    if (PREFLIGHT.stream().allMatch(name -> isBlank(headers.getFirst(name)))) {
      throw RefusedException.of(
          BAD_REQUEST, "A multipart request needs the header Apollo-Require-Preflight: true.");
    }
    if (headers.getContentLength() > properties.request().toBytes()) {
      throw tooLarge();
    }
  }

  private static boolean isBlank(@Nullable String value) {
    return value == null || value.isBlank();
  }

  /** The operation as JSON, its files taken. */
  Mono<byte[]> read(ServerHttpRequest request, Visitor visitor) {
    return WholeFlux.read(pieces(request), pieces -> read(request, pieces, visitor))
        .onErrorMap(this::refused)
        .contextWrite(context -> context.put(ON_ERROR_DROPPED, QUIETLY));
  }

  /** Whoever still sends hears that when all has come. */
  <T> Mono<T> refuse(ServerHttpRequest request, Throwable refusal) {
    return pieces(request).then(Mono.error(refusal));
  }

  private Mono<byte[]> read(ServerHttpRequest request, Flux<DataBuffer> pieces, Visitor visitor) {
    Form form = new Form(documents, sender, properties.files(), maxJson, visitor);
    ServerHttpRequest body =
        new ServerHttpRequestDecorator(request) {
          @Override
          public Flux<DataBuffer> getBody() {
            return pieces;
          }
        };
    return reader
        .read(ResolvableType.forClass(PartEvent.class), body, Map.of())
        .onErrorMap(
            IllegalArgumentException.class,
            header -> new DecodingException("A part's header can't be read.", header))
        .onErrorMap(BrokenForm::new)
        .windowUntil(PartEvent::isLast)
        .concatMap(part -> part.switchOnFirst((first, all) -> next(form, first, all)))
        .then(Mono.fromSupplier(form::toJson))
        .onErrorMap(BrokenForm.class, BrokenForm::getCause);
  }

  private static Mono<Void> next(
      Form form, Signal<? extends PartEvent> first, Flux<PartEvent> all) {
    PartEvent event = first.get();
    return event == null ? all.then() : form.take(event, all);
  }

  /** The rest of a request does not come, or is none: told to whoever reads a part of it too. */
  static final class BrokenForm extends RuntimeException {

    private BrokenForm(Throwable cause) {
      super(cause.getMessage(), cause, false, false);
    }

    @Override
    public synchronized Throwable getCause() {
      return Objects.requireNonNull(super.getCause());
    }
  }

  /**
   * What has come, copied from the connection's memory: Spring's reader gives some of that back
   * twice and some never where a part is not read to its end.
   */
  private Flux<DataBuffer> pieces(ServerHttpRequest request) {
    return Flux.defer(
        () -> {
          AtomicLong size = new AtomicLong();
          return request
              .getBody()
              .map(Forms::copy)
              .doOnNext(
                  piece -> {
                    if (size.addAndGet(piece.readableByteCount())
                        > properties.request().toBytes()) {
                      throw tooLarge();
                    }
                  });
        });
  }

  private static DataBuffer copy(DataBuffer piece) {
    try {
      byte[] bytes = new byte[piece.readableByteCount()];
      piece.read(bytes);
      return DefaultDataBufferFactory.sharedInstance.wrap(bytes);
    } finally {
      DataBufferUtils.release(piece);
    }
  }

  private Throwable refused(Throwable failure) {
    return switch (failure) {
      case DataBufferLimitException large -> tooLarge();
      case DecodingException malformed ->
          new Refusal(BAD_REQUEST, "The multipart body can't be read.").exception(malformed);
      default -> failure;
    };
  }

  private RefusedException tooLarge() {
    return RefusedException.of(
        REQUEST_TOO_LARGE,
        "The request or one of its parts is too large: all of it may have %,d bytes."
            .formatted(properties.request().toBytes()));
  }
}
