package magnus.portal.problem;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import magnus.basics.problem.Refusal;

/** A request's JSON, which ends in a refusal where it is longer than any form needs. */
final class LimitedBody extends FilterInputStream {

  /** Bytes. The longest text that a form of ours takes has some thousand characters. */
  static final long MOST = 1 << 20;

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
      throw Refusal.of(
          Refusal.Kind.TOO_LARGE,
          "too-large",
          "The body has more than " + MOST + " bytes, the most that are read of JSON.");
    }
  }
}
