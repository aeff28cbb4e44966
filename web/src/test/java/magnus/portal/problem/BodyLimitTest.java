package magnus.portal.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import magnus.basics.problem.Refusal;
import org.junit.jupiter.api.Test;

class BodyLimitTest {

  @Test
  void readsLengthsOfAnySize() {
    assertThat(BodyLimit.length(null)).isZero();
    assertThat(BodyLimit.length("")).isZero();
    assertThat(BodyLimit.length("-1")).isZero();
    assertThat(BodyLimit.length("262144")).isEqualTo(LimitedBody.MOST);
    assertThat(BodyLimit.length("9".repeat(30))).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void stopsReadingWhereABodyIsTooLong() throws IOException {
    AtomicInteger read = new AtomicInteger();
    byte[] body = new byte[3 << 20];
    LimitedBody limited =
        new LimitedBody(
            new ByteArrayInputStream(body) {
              @Override
              public synchronized int read(byte[] bytes, int from, int length) {
                int some = super.read(bytes, from, Math.min(length, 8_192));
                read.addAndGet(some);
                return some;
              }
            });

    assertThatThrownBy(limited::readAllBytes)
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.kind()).isEqualTo(Refusal.Kind.TOO_LARGE));
    assertThat(read.get()).isLessThanOrEqualTo((int) LimitedBody.MOST + 8_192);
    byte[] allowed = new byte[(int) LimitedBody.MOST];
    assertThat(new LimitedBody(new ByteArrayInputStream(allowed)).readAllBytes())
        .hasSize(allowed.length);
  }
}
