package dev.lapak.users.account;

import dev.lapak.platform.viewer.Viewer;
import java.time.OffsetDateTime;
import java.util.UUID;

/** A person with an account. */
public record User(
    UUID id,
    String email,
    String name,
    boolean isAdmin,
    boolean isSeller,
    OffsetDateTime createdAt) {

  /** Whether the viewer may see more of this user than the name. */
  public boolean isOpenTo(Viewer viewer) {
    return viewer.is(id) || viewer.isAdmin();
  }
}
