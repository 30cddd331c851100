package dev.lapak.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The story in a real browser: {@code browser/story.test.js}. */
class BrowserIT {

  @Test
  void approve_on_one_page_and_the_other_turns_paid_by_itself() throws Exception {
    Path folder = Lapak.root().resolve("tests/e2e/browser");
    run(folder, "npm", "ci", "--no-audit", "--no-fund");
    run(folder, "npm", "test");
  }

  private static void run(Path folder, String... command) throws IOException, InterruptedException {
    File log = Lapak.running().home().resolve("browser.log").toFile();
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
    builder.environment().put("LAPAK_URL", Lapak.running().door().toString());
    builder.environment().put("LAPAK_SHOTS", Lapak.running().home().resolve("shots").toString());
    Process process = builder.start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("in time; see " + log).isTrue();
    assertThat(process.exitValue()).as("see " + log).isZero();
  }
}
