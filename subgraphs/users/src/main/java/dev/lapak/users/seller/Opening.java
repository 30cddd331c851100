package dev.lapak.users.seller;

import dev.lapak.platform.error.InputError;
import dev.lapak.users.session.Tokens;
import java.util.List;

/** What became of somebody's wish to sell. */
public sealed interface Opening {

  /** There is a new seller, whose tokens say so. */
  record Opened(Seller seller, Tokens tokens) implements Opening {}

  /** There is none. */
  record Refused(List<InputError<BecomeSellerErrorCode>> errors) implements Opening {}
}
