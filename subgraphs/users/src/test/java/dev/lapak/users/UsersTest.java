package dev.lapak.users;

import dev.lapak.platform.testing.StatementCount;
import dev.lapak.platform.testing.SubgraphTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/** The users subgraph as all of its tests need it, so that they share one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SubgraphTest(
    properties = {
      "spring.config.name=users",
      "lapak.users.key-secret=" + UsersTest.KEY_SECRET,
      "lapak.users.admin.email=" + UsersTest.ADMIN_EMAIL,
      "lapak.users.admin.password=" + UsersTest.ADMIN_PASSWORD,
    })
@Import({People.class, StatementCount.class})
public @interface UsersTest {

  String KEY_SECRET = "a secret of thirty-two characters";
  String ADMIN_EMAIL = "admin@example.org";
  String ADMIN_PASSWORD = "the admin's password";
}
