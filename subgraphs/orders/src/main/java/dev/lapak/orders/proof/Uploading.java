package dev.lapak.orders.proof;

import static dev.lapak.platform.file.UploadException.Reason.ALREADY_UPLOADED;
import static dev.lapak.platform.file.UploadException.Reason.FILE_TYPE;
import static dev.lapak.platform.file.UploadException.Reason.NOT_FOUND;

import dev.lapak.platform.file.FileType;
import dev.lapak.platform.file.UploadException;
import dev.lapak.platform.file.Uploads;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Takes the files of proofs. */
@Service
public class Uploading {

  private final Files files;
  private final Uploads uploads;

  Uploading(Files files, ProofProperties properties) {
    this.files = files;
    this.uploads =
        new Uploads(
            properties.proofMaxBytes(),
            properties.uploadMemory().toBytes(),
            properties.uploadTimeout());
  }

  /** Ends in an {@link UploadException} where the file is not taken. */
  public Mono<Void> take(UUID upload, ServerHttpRequest request) {
    return uploads.take(request, bytes -> store(file(upload, bytes), bytes));
  }

  private Mono<Void> store(ProofFile file, byte[] bytes) {
    return files
        .save(file, bytes)
        .flatMap(
            saved ->
                switch (saved) {
                  case YES -> Mono.empty();
                  case OTHER -> Mono.error(new UploadException(ALREADY_UPLOADED));
                  case NO_UPLOAD -> Mono.error(new UploadException(NOT_FOUND));
                });
  }

  private static ProofFile file(UUID upload, byte[] bytes) {
    FileType type =
        FileType.of(bytes)
            .orElseThrow(
                () ->
                    new UploadException(
                        FILE_TYPE, "The file is neither a JPEG, PNG or WebP picture nor a PDF."));
    return new ProofFile(upload, type, bytes.length, sha256(bytes));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
