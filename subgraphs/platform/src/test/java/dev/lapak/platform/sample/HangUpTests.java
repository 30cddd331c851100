package dev.lapak.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lapak.platform.testing.SubgraphTest;
import dev.lapak.platform.testing.TestCallers;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever hangs up is no fault of ours. */
@SubgraphTest(properties = "spring.config.name=sample")
@ExtendWith(OutputCaptureExtension.class)
class HangUpTests {

  @LocalServerPort int port;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void in_the_middle_of_a_body(boolean reset, CapturedOutput log) throws Exception {
    try (Socket client = new Socket(InetAddress.getLoopbackAddress(), port)) {
      client.setSoLinger(reset, 0);
      client
          .getOutputStream()
          .write(
              """
              POST /graphql HTTP/1.1\r
              host: x\r
              lapak-caller: %s\r
              content-type: application/json\r
              content-length: 1000\r
              \r
              {"query":\
              """
                  .formatted(TestCallers.header("router"))
                  .getBytes(StandardCharsets.US_ASCII));
      Thread.sleep(500); // until it is being read
    }
    Thread.sleep(1_000);
    assertThat(log.getAll()).doesNotContain("ERROR");
  }
}
