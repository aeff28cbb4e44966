package magnus.portal.problem;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import magnus.basics.problem.Refusal;

/** A request's body, which ends in a refusal where it is longer than any form of ours needs. */
final class LimitedBody extends FilterInputStream {

  /** Bytes. The longest body that the portal sends, a hundred visits, has some thirty thousand. */
  static final long MOST = 256 << 10;

  private long read;

  LimitedBody(InputStream body) {
    super(body);
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    count(next < 0 ? 0 : 1);
    return next;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int some = super.read(bytes, from, length);
    count(Math.max(0, some));
    return some;
  }

  private void count(int more) {
    read += more;
    if (read > MOST) {
      throw tooLarge();
    }
  }

  /** The refusal of a body that is longer. */
  static Refusal tooLarge() {
    return Refusal.of(
        Refusal.Kind.TOO_LARGE,
        "too-large",
        "The body has more than " + MOST + " bytes, the most that are taken here.");
  }
}
