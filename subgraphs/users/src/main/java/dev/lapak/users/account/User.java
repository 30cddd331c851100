package dev.lapak.users.account;

import dev.lapak.platform.viewer.Role;
import dev.lapak.platform.viewer.Viewer;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person with an account, or a guest.
 *
 * @param email an account's is its own alone, a guest's may be anybody's
 * @param phone in E.164
 */
public record User(
    UUID id,
    @Nullable String email,
    @Nullable String phone,
    String name,
    boolean isGuest,
    boolean isAdmin,
    boolean isSeller,
    OffsetDateTime createdAt) {

  /** Whether the viewer may see more of this user than the name. */
  public boolean isOpenTo(Viewer viewer) {
    return viewer.is(id) || viewer.isAdmin();
  }

  /** Who asks from now on: somebody who has just proven to be this user. */
  public Viewer asViewer() {
    return new Viewer(id, Set.of(isGuest ? Role.GUEST : Role.CUSTOMER), null, null, null);
  }
}
