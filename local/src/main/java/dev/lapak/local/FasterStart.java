package dev.lapak.local;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.management.JMException;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the JVM's ahead-of-time cache, with which the next start takes half the time: what this
 * start has loaded was recorded (JEP 514), and another process makes a cache of it.
 */
final class FasterStart {

  private static final Logger log = LoggerFactory.getLogger(FasterStart.class);

  /** Says where the cache is to be, and that the JVM records. */
  private static final String PROPERTY = "lapak.aot.cache";

  private final Path cache;
  private final Path recording;
  private @Nullable Process assembly;
  private boolean stopped;

  private FasterStart(Path cache) {
    this.cache = cache;
    this.recording = beside(cache, "recording");
  }

  /** Nothing where the JVM does not record. */
  static Optional<FasterStart> wanted() {
    return Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of).map(FasterStart::new);
  }

  /** Takes seconds, in which everything in this JVM stands still. */
  void endRecording() throws JMException {
    ManagementFactory.getPlatformMBeanServer()
        .invoke(
            new ObjectName("com.sun.management:type=DiagnosticCommand"),
            "aotEndRecording",
            new Object[0],
            new String[0]);
  }

  /** Goes on in the background, giving way to everything else. */
  synchronized void assemble(Path directory) throws IOException {
    if (stopped || !Files.exists(recording)) {
      return;
    }
    Path draft = beside(cache, "draft");
    Process started =
        new ProcessBuilder(command(draft))
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("aot.log").toFile())
            .start();
    assembly = started;
    started.onExit().thenAccept(ended -> finish(ended, draft));
  }

  synchronized void stop() {
    stopped = true;
    if (assembly != null) {
      assembly.destroy();
    }
  }

  private void finish(Process ended, Path draft) {
    try {
      if (ended.exitValue() == 0) {
        Files.move(draft, cache, StandardCopyOption.REPLACE_EXISTING);
      }
      Files.deleteIfExists(draft);
      Files.deleteIfExists(recording);
    } catch (IOException e) {
      log.warn("The next start will be slow", e);
    }
  }

  private List<String> command(Path draft) {
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(Path.of("/usr/bin/nice"))) {
      command.addAll(List.of("/usr/bin/nice", "-n", "19"));
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> !argument.startsWith("-XX:AOT"))
        .forEach(command::add);
    command.add("-XX:AOTMode=create");
    command.add("-XX:AOTConfiguration=" + recording);
    command.add("-XX:AOTCache=" + draft);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    return command;
  }

  /** Of this process alone, for another system may be doing the same. */
  private static Path beside(Path file, String suffix) {
    return new File("%s.%d.%s".formatted(file, ProcessHandle.current().pid(), suffix)).toPath();
  }
}
