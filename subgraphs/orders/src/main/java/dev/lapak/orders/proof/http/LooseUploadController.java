package dev.lapak.orders.proof.http;

import dev.lapak.orders.proof.Uploading;
import dev.lapak.platform.caller.Caller;
import dev.lapak.platform.file.UploadException;
import dev.lapak.platform.file.UploadException.Reason;
import dev.lapak.platform.viewer.ViewerClaims;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** Takes the files of multipart requests from the edge, for who is logged in there. */
@RestController
class LooseUploadController {

  private final Uploading uploading;

  LooseUploadController(Uploading uploading) {
    this.uploading = uploading;
  }

  @PostMapping("/files/uploads")
  @ResponseStatus(HttpStatus.CREATED)
  Mono<Taken> post(
      @RequestAttribute(Caller.KEY) Caller caller,
      @AuthenticationPrincipal @Nullable Jwt token,
      ServerHttpRequest request) {
    if (!caller.name().equals("edge")) {
      throw new UploadException(Reason.NOT_FOUND);
    }
    if (token == null) {
      throw new ResponseStatusException(HttpStatus.UNAUTHORIZED);
    }
    return uploading.takeLoose(ViewerClaims.viewer(token).requireUser(), request).map(Taken::new);
  }

  record Taken(UUID id) {}
}
