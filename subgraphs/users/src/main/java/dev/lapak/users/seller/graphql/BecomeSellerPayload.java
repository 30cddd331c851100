package dev.lapak.users.seller.graphql;

import dev.lapak.platform.error.InputError;
import dev.lapak.users.seller.BecomeSellerErrorCode;
import dev.lapak.users.seller.Opening;
import dev.lapak.users.seller.Seller;
import dev.lapak.users.session.Tokens;
import java.util.List;
import org.jspecify.annotations.Nullable;

record BecomeSellerPayload(
    @Nullable Seller seller,
    @Nullable Tokens tokens,
    List<InputError<BecomeSellerErrorCode>> errors) {

  static BecomeSellerPayload of(Opening opening) {
    return switch (opening) {
      case Opening.Opened(Seller seller, Tokens tokens) ->
          new BecomeSellerPayload(seller, tokens, List.of());
      case Opening.Refused(var errors) -> new BecomeSellerPayload(null, null, errors);
    };
  }
}
