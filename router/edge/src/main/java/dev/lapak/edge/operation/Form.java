package dev.lapak.edge.operation;

import static dev.lapak.platform.error.RequestErrorCode.BAD_REQUEST;
import static dev.lapak.platform.error.RequestErrorCode.UNAUTHENTICATED;

import dev.lapak.edge.document.Documents;
import dev.lapak.edge.error.RefusedException;
import dev.lapak.edge.visitor.Visitor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.codec.multipart.PartEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A multipart request while it comes, part by part. Fails where something is wrong with one. */
final class Form {

  private final Documents documents;
  private final FileSender sender;
  private final int maxFiles;
  private final int maxJson;
  private final Visitor visitor;
  private byte @Nullable [] operations;
  private @Nullable FormOperation operation;

  Form(Documents documents, FileSender sender, int maxFiles, int maxJson, Visitor visitor) {
    this.documents = documents;
    this.sender = sender;
    this.maxFiles = maxFiles;
    this.maxJson = maxJson;
    this.visitor = visitor;
  }

  /** The next part. */
  Mono<Void> take(PartEvent first, Flux<PartEvent> all) {
    String name = name(first);
    if (operations == null) {
      require(name.equals("operations"), "The first part must be operations.");
      return bytes(all).doOnNext(part -> operations = part).then();
    }
    if (operation == null) {
      require(name.equals("map"), "The second part must be map.");
      byte[] json = operations;
      return bytes(all).doOnNext(map -> operation = operation(json, map)).then();
    }
    List<FormMap.Place> places = operation.take(name);
    return WholeFlux.read(
            all.map(PartEvent::content),
            pieces -> sender.send(pieces.map(NettyDataBufferFactory::toByteBuf), visitor))
        .doOnNext(value -> places.forEach(place -> place.set(value)))
        .then();
  }

  private FormOperation operation(byte[] json, byte[] map) {
    FormOperation read = FormOperation.of(json, map, documents, maxFiles);
    if (read.hasFiles() && visitor.authorization() == null) {
      throw RefusedException.of(UNAUTHENTICATED, "Log in to send files.");
    }
    return read;
  }

  /**
   * What it comes to.
   *
   * @throws RefusedException if it is not complete
   */
  byte[] toJson() {
    if (operation == null) {
      throw RefusedException.of(BAD_REQUEST, "The parts operations and map must come.");
    }
    return operation.toJson();
  }

  private Mono<byte[]> bytes(Flux<PartEvent> part) {
    return DataBufferUtils.join(part.map(PartEvent::content), maxJson).map(Form::bytes);
  }

  private static byte[] bytes(DataBuffer buffer) {
    byte[] bytes = new byte[buffer.readableByteCount()];
    buffer.read(bytes);
    return bytes;
  }

  private static String name(PartEvent part) {
    try {
      String name = part.headers().getContentDisposition().getName();
      return name == null ? "" : name;
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw RefusedException.of(BAD_REQUEST, message);
    }
  }
}
