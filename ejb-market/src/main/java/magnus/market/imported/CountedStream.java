package magnus.market.imported;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what passes and says when it is too much. */
final class CountedStream extends FilterInputStream {

  /** Looks at the number of bytes that have passed; may refuse. */
  interface Watch {
    void passed(long bytes);
  }

  private final Watch watch;
  private long passed;

  CountedStream(InputStream in, Watch watch) {
    super(in);
    this.watch = watch;
  }

  long passed() {
    return passed;
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    if (b >= 0) {
      passed++;
      watch.passed(passed);
    }
    return b;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int n = super.read(buffer, offset, length);
    if (n > 0) {
      passed += n;
      watch.passed(passed);
    }
    return n;
  }

  @Override
  public long skip(long n) throws IOException {
    long skipped = super.skip(n);
    passed += skipped;
    watch.passed(passed);
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
