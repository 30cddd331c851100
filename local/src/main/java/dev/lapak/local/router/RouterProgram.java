package dev.lapak.local.router;

import dev.lapak.local.process.Programs;
import dev.lapak.local.state.SetupException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What serves the supergraph, chosen once.
 *
 * @param command starts it
 * @param reason which one it is and why, in one line
 * @param isStandIn whether it is Apollo Gateway, which needs its npm packages
 */
public record RouterProgram(List<String> command, String reason, boolean isStandIn) {

  static final String VARIABLE = "APOLLO_ROUTER";

  /** What {@value #VARIABLE} says to have the stand-in although there is a router. */
  static final String NONE = "none";

  private static final Pattern VERSION = Pattern.compile("^(?:Apollo Router )?v?(2\\.\\d+\\.\\d+)");

  public RouterProgram {
    command = List.copyOf(command);
  }

  /**
   * Takes the one that is named, else {@code .lapak/bin/router}, else {@code router} on the path,
   * else the stand-in.
   *
   * @param root the project's directory
   */
  public static RouterProgram choose(Path root, Map<String, String> environment) {
    String named = environment.getOrDefault(VARIABLE, "");
    if (named.equals(NONE)) {
      return standIn(root, environment, "$" + VARIABLE + " is " + NONE);
    }
    if (!named.isBlank()) {
      return apollo(root, Path.of(named), "$" + VARIABLE)
          .orElseThrow(
              () ->
                  new SetupException(
                      "$%s is \"%s\", which is not an Apollo Router 2 for this machine."
                          .formatted(VARIABLE, named)));
    }
    return apollo(root, root.resolve(".lapak/bin/router"), ".lapak/bin/router")
        .or(
            () ->
                Programs.find("router", environment)
                    .flatMap(router -> apollo(root, router, router.toString())))
        .orElseGet(
            () -> standIn(root, environment, "no Apollo Router was found; ./lapak router gets it"));
  }

  private static Optional<RouterProgram> apollo(Path root, Path program, String from) {
    if (!Files.isExecutable(program)) {
      return Optional.empty();
    }
    return version(program)
        .map(
            version ->
                new RouterProgram(
                    List.of(
                        program.toAbsolutePath().toString(),
                        "--config",
                        root.resolve("router/router.yaml").toString(),
                        "--supergraph",
                        root.resolve("schema/supergraph.graphql").toString()),
                    "Apollo Router %s (%s)".formatted(version, from),
                    false));
  }

  private static RouterProgram standIn(Path root, Map<String, String> environment, String why) {
    Path node =
        Programs.find("node", environment)
            .orElseThrow(
                () ->
                    new SetupException(
                        "There is neither an Apollo Router (./lapak router gets it) nor Node.js for its stand-in."));
    return new RouterProgram(
        List.of(node.toString(), root.resolve("router/gateway/index.js").toString()),
        "Apollo Gateway, the stand-in (%s)".formatted(why),
        true);
  }

  /** Another program may be called router, too. */
  private static Optional<String> version(Path program) {
    try {
      Process process =
          new ProcessBuilder(program.toString(), "--version").redirectErrorStream(true).start();
      process.getOutputStream().close();
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return Optional.empty();
      }
      String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      Matcher version = VERSION.matcher(answer.strip());
      return version.find() ? Optional.of(version.group(1)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
