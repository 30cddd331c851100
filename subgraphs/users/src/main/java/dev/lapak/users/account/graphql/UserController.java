package dev.lapak.users.account.graphql;

import dev.lapak.platform.caller.Caller;
import dev.lapak.platform.viewer.Role;
import dev.lapak.platform.viewer.Viewer;
import dev.lapak.users.account.User;
import dev.lapak.users.account.Users;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.federation.EntityMapping;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

@Controller
final class UserController {

  private final Users users;

  UserController(Users users) {
    this.users = users;
  }

  @QueryMapping
  Mono<User> me(@ContextValue Viewer viewer) {
    return Mono.justOrEmpty(viewer.userId()).flatMap(this::find);
  }

  @QueryMapping
  Mono<User> user(@Argument UUID id, @ContextValue Viewer viewer) {
    return viewer.is(id) || viewer.isAdmin() ? find(id) : Mono.empty();
  }

  @QueryMapping
  Mono<User> buyerForCheckout(@Argument UUID id, @ContextValue Caller caller) {
    caller.require("orders");
    return find(id);
  }

  @EntityMapping(name = "User")
  Mono<List<@Nullable User>> users(@Argument List<UUID> idList) {
    return users.byId(idList).collectMap(User::id).map(found -> inOrder(idList, found));
  }

  @SchemaMapping
  @Nullable String email(User user, @ContextValue Viewer viewer) {
    return user.isOpenTo(viewer) ? user.email() : null;
  }

  @SchemaMapping
  @Nullable String phone(User user, @ContextValue Viewer viewer) {
    return user.isOpenTo(viewer) ? user.phone() : null;
  }

  @SchemaMapping
  @Nullable List<Role> roles(User user, @ContextValue Viewer viewer) {
    if (!user.isOpenTo(viewer)) {
      return null;
    }
    List<Role> roles = new ArrayList<>(List.of(user.isGuest() ? Role.GUEST : Role.CUSTOMER));
    if (user.isSeller()) {
      roles.add(Role.SELLER);
    }
    if (user.isAdmin()) {
      roles.add(Role.ADMIN);
    }
    return roles;
  }

  @SchemaMapping
  @Nullable OffsetDateTime createdAt(User user, @ContextValue Viewer viewer) {
    return user.isOpenTo(viewer) ? user.createdAt() : null;
  }

  private Mono<User> find(UUID id) {
    return users.byId(List.of(id)).singleOrEmpty();
  }

  private static List<@Nullable User> inOrder(List<UUID> ids, Map<UUID, User> found) {
    return ids.stream().<@Nullable User>map(found::get).toList();
  }
}
