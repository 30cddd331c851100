package dev.lapak.local.router;

import dev.lapak.local.process.Programs;
import dev.lapak.local.state.SetupException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The npm packages that the stand-in is made of. */
public record StandInPackages(Path gateway) {

  public static StandInPackages of(Path root) {
    return new StandInPackages(root.resolve("router/gateway"));
  }

  /** Whether they are there, as the lock file says. */
  public boolean areInstalled() throws IOException {
    Path installed = gateway.resolve("node_modules/.package-lock.json");
    return Files.exists(installed)
        && Files.getLastModifiedTime(installed)
                .compareTo(Files.getLastModifiedTime(gateway.resolve("package-lock.json")))
            >= 0;
  }

  public void install(Path log, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path npm =
        Programs.find("npm", environment)
            .orElseThrow(() -> new SetupException("The router's stand-in needs npm."));
    Process process =
        new ProcessBuilder(
                List.of(
                    npm.toString(),
                    "--prefix",
                    gateway.toString(),
                    "ci",
                    "--no-audit",
                    "--no-fund"))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (process.waitFor() != 0) {
      throw new SetupException("npm could not install the stand-in; %s says why.".formatted(log));
    }
  }
}
