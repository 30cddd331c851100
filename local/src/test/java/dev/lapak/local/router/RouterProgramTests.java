package dev.lapak.local.router;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lapak.local.state.SetupException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RouterProgramTests {

  private final Path root;
  private Path path;

  RouterProgramTests(@TempDir Path root) {
    this.root = root;
  }

  @BeforeEach
  void nodeIsOnThePath() throws IOException {
    path = Files.createDirectory(root.resolve("path"));
    program(path.resolve("node"), "v20.1.0");
  }

  @Test
  void the_named_one_comes_first() throws IOException {
    Path named = program(root.resolve("mine"), "2.17.0");
    program(root.resolve(".lapak/bin/router"), "2.16.0");

    RouterProgram chosen = choose("APOLLO_ROUTER", named.toString());

    assertThat(chosen.reason()).isEqualTo("Apollo Router 2.17.0 ($APOLLO_ROUTER)");
    assertThat(chosen.command())
        .containsExactly(
            named.toString(),
            "--config",
            root.resolve("router/router.yaml").toString(),
            "--supergraph",
            root.resolve("schema/supergraph.graphql").toString());
    assertThat(chosen.isStandIn()).isFalse();
  }

  @Test
  void a_named_one_that_is_none_is_a_mistake_not_a_reason_for_the_stand_in() throws IOException {
    Path other = program(root.resolve("other"), "route: no such option");

    for (String wrong : new String[] {"/nowhere", other.toString()}) {
      assertThatExceptionOfType(SetupException.class)
          .isThrownBy(() -> choose("APOLLO_ROUTER", wrong))
          .withMessageContaining(wrong);
    }
  }

  @Test
  void then_the_one_that_was_fetched_then_the_one_on_the_path() throws IOException {
    Path onPath = program(path.resolve("router"), "v2.17.0");
    assertThat(choose().command().getFirst()).isEqualTo(onPath.toString());

    Path fetched = program(root.resolve(".lapak/bin/router"), "2.17.0");
    assertThat(choose().command().getFirst()).isEqualTo(fetched.toString());
  }

  @Test
  void another_program_called_router_is_none() throws IOException {
    program(path.resolve("router"), "Cisco 1.0");

    RouterProgram chosen = choose();

    assertThat(chosen.isStandIn()).isTrue();
    assertThat(chosen.reason()).contains("./lapak router");
    assertThat(chosen.command())
        .containsExactly(
            path.resolve("node").toString(), root.resolve("router/gateway/index.js").toString());
  }

  @Test
  void the_stand_in_can_be_asked_for() throws IOException {
    program(path.resolve("router"), "2.17.0");

    assertThat(choose("APOLLO_ROUTER", "none").isStandIn()).isTrue();
  }

  @Test
  void without_router_and_node_there_is_none() throws IOException {
    Files.delete(path.resolve("node"));

    assertThatExceptionOfType(SetupException.class).isThrownBy(this::choose);
  }

  private RouterProgram choose() {
    return RouterProgram.choose(root, Map.of("PATH", path.toString()));
  }

  private RouterProgram choose(String variable, String value) {
    return RouterProgram.choose(root, Map.of("PATH", path.toString(), variable, value));
  }

  private static Path program(Path file, String version) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\necho '" + version + "'\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return file;
  }
}
