package dev.lapak.local.story;

import dev.lapak.local.client.Person;
import dev.lapak.local.client.RunningLapak;
import dev.lapak.local.client.UnexpectedAnswer;
import dev.lapak.local.state.Port;
import dev.lapak.local.state.Secret;
import dev.lapak.local.state.SetupException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What {@code ./lapak demo} runs. */
final class Demo {

  private final Narrator narrator;

  private Demo(Narrator narrator) {
    this.narrator = narrator;
  }

  static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    // What libraries log is not part of the story.
    System.setProperty("logback.configurationFile", "lapak-demo-logback.xml");
    System.setProperty("java.awt.headless", "true");
    try {
      if (arguments.length > 0) {
        throw new SetupException("demo takes no arguments: ./lapak demo --help");
      }
      System.exit(new Demo(new Narrator(out)).play(System.getenv()) ? 0 : 1);
    } catch (SetupException | IOException e) {
      out.println(e.getMessage());
      System.exit(1);
    }
  }

  private boolean play(Map<String, String> environment) throws IOException {
    RunningLapak lapak = RunningLapak.find(environment, Port.EDGE);
    Person nobody = lapak.nobody();
    String password = lapak.secrets().get(Secret.DEMO_PASSWORD);

    scene(
        "Everybody enters",
        () -> {
          Cast cast = Cast.enter(nobody, password);
          narrator.step("Budi and Rina buy; Sari and Dewi keep shops. Each has a token.");
          scene("Budi buys, Sari is paid", new Purchase(narrator, cast)::play);
          scene("Nobody pays", new Expiry(narrator, cast)::play);
          scene("What must not work", new Refusals(narrator, cast, nobody)::play);
        });
    return narrator.end();
  }

  private void scene(String title, Scene scene) {
    narrator.scene(title);
    try {
      scene.play();
    } catch (UnexpectedAnswer e) {
      narrator.wrong(String.valueOf(e.getMessage()));
    } catch (Exception e) {
      narrator.wrong(e.toString());
    }
  }

  /** May fail in any way. */
  private interface Scene {
    void play() throws Exception;
  }
}
