package dev.lapak.local.process;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts a JVM like this one. */
public final class JavaCommand {

  private JavaCommand() {}

  /** With this JVM's options and class path. */
  public static List<String> likeThis(String main, String... arguments) {
    return command(ManagementFactory.getRuntimeMXBean().getInputArguments(), main, arguments);
  }

  /** The same with less memory. */
  public static List<String> smallerThanThis(int megabytes, String main, String... arguments) {
    List<String> options =
        new ArrayList<>(
            ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> !option.startsWith("-Xmx"))
                .toList());
    options.add("-Xmx" + megabytes + "m");
    return command(options, main, arguments);
  }

  private static List<String> command(List<String> options, String main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    command.addAll(List.of(arguments));
    return command;
  }
}
