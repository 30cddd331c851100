package dev.lapak.load.generator;

import dev.lapak.load.workload.Expectation;
import io.hyperfoil.api.connection.Request;
import io.hyperfoil.api.processor.Processor;
import io.hyperfoil.api.session.Action;
import io.hyperfoil.api.session.ResourceUtilizer;
import io.hyperfoil.api.session.Session;
import io.hyperfoil.http.api.HttpRequest;
import io.hyperfoil.http.api.StatusHandler;
import io.netty.buffer.ByteBuf;
import java.util.Arrays;
import java.util.Optional;

/**
 * Gathers an answer's bytes, and looks at them once its time was taken: looking must not count as
 * the system's time.
 */
final class Answers
    implements Processor,
        StatusHandler,
        Action,
        ResourceUtilizer,
        Session.ResourceKey<Answers.Answer> {

  private static final long serialVersionUID = 1L;
  private static final int OK = 200;

  private final transient Expectation expected;
  private final transient Tally tally;

  Answers(Expectation expected, Tally tally) {
    this.expected = expected;
    this.tally = tally;
  }

  @Override
  public void reserve(Session session) {
    session.declareResource(this, Answer::new);
  }

  @Override
  public void handleStatus(HttpRequest request, int status) {
    request.session.getResource(this).begin(status);
  }

  @Override
  public void process(Session session, ByteBuf data, int offset, int length, boolean isLastPart) {
    session.getResource(this).add(data, offset, length);
  }

  /** Runs when the answer is complete, or when there will be none. */
  @Override
  public void run(Session session) {
    Answer answer = session.getResource(this);
    Request request = session.currentRequest();
    Optional<String> problem = answer.problem(expected);
    tally.answered(problem);
    if (problem.isPresent()) {
      request.markInvalid();
    }
    answer.begin(0);
  }

  /** What one connection got so far. */
  static final class Answer implements Session.Resource {

    private byte[] bytes = new byte[16 * 1024];
    private int length;
    private int status;

    void begin(int newStatus) {
      status = newStatus;
      length = 0;
    }

    void add(ByteBuf data, int offset, int more) {
      if (length + more > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
      }
      data.getBytes(offset, bytes, length, more);
      length += more;
    }

    Optional<String> problem(Expectation expected) {
      if (status == 0) {
        return Optional.of("no answer");
      }
      Optional<String> problem = expected.problem(bytes, length);
      return status == OK
          ? problem
          : Optional.of("HTTP " + status + problem.map(text -> ", " + text).orElse(""));
    }
  }
}
