package magnus.market.imported;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import magnus.basics.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The files within an upload, one after the other as they stream in: itself, what a gzip holds, or
 * what a zip holds. Told apart by their first bytes, not by name. Archives within a zip are not
 * opened.
 */
final class Unpacking {

  /** Reads one file; it need not read to the end. */
  interface Visitor {
    void visit(String path, InputStream content) throws IOException;
  }

  /**
   * Of names that are not marked as UTF-8, which Windows writes so: any bytes are names in it, and
   * symbols are the same letters in all of them.
   */
  private static final Charset OLD_NAMES = StandardCharsets.ISO_8859_1;

  private final ImportLimits limits;
  private long unpackedBefore;

  Unpacking(ImportLimits limits) {
    this.limits = limits;
  }

  /**
   * Visits each file within.
   *
   * @return bytes as sent
   * @throws Refusal where there are more bytes than allowed or it is an archive that explodes
   */
  long visit(String name, InputStream upload, Visitor visitor) throws IOException {
    CountedStream sent = new CountedStream(upload, this::watchSent);
    BufferedInputStream in = new BufferedInputStream(sent, 64 * 1024);
    in.mark(4);
    byte[] magic = in.readNBytes(4);
    in.reset();
    if (magic.length >= 2 && magic[0] == 0x1f && magic[1] == (byte) 0x8b) {
      try (InputStream unpacked = guarded(new GZIPInputStream(in, 64 * 1024), sent)) {
        visitor.visit(name.replaceAll("(?i)\\.gz$", ""), unpacked);
      }
    } else if (magic.length == 4 && magic[0] == 'P' && magic[1] == 'K') {
      visitZip(in, sent, visitor);
    } else {
      visitor.visit(name, in);
    }
    return sent.passed();
  }

  private void visitZip(InputStream in, CountedStream sent, Visitor visitor) throws IOException {
    int entries = 0;
    try (ZipInputStream zip = new ZipInputStream(in, OLD_NAMES)) {
      for (ZipEntry entry = next(zip); entry != null; entry = next(zip)) {
        if (++entries > ImportLimits.MOST_ENTRIES) {
          throw tooLarge("more than " + ImportLimits.MOST_ENTRIES + " files in the archive");
        }
        InputStream content = guarded(zip, sent);
        if (!entry.isDirectory() && holdsData(entry.getName())) {
          visitor.visit(entry.getName(), content);
        }
        // What is not looked at is unpacked too on the way to the next entry: under the same guard.
        content.transferTo(OutputStream.nullOutputStream());
      }
    }
    if (entries == 0) {
      throw Refusal.of(
          Refusal.Kind.UNACCEPTABLE, "import-refused", "The zip archive holds no file.");
    }
  }

  private static @Nullable ZipEntry next(ZipInputStream zip) throws IOException {
    try {
      return zip.getNextEntry();
    } catch (IllegalArgumentException e) {
      throw new ZipException("the name of a file in it cannot be read");
    }
  }

  private static boolean holdsData(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    return !name.startsWith(".")
        && !path.startsWith("__MACOSX")
        && (name.endsWith(".csv")
            || name.endsWith(".txt")
            || name.endsWith(".tsv")
            || name.indexOf('.') < 0);
  }

  /** Counts over all files of the archive; closing it leaves the archive open. */
  private InputStream guarded(InputStream content, CountedStream sent) {
    long before = unpackedBefore;
    CountedStream counted =
        new CountedStream(
            content,
            bytes -> {
              unpackedBefore = before + bytes;
              watchUnpacked(unpackedBefore, sent.passed());
            });
    return new FilterInputStream(counted) {
      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        return in.read(buffer, offset, length);
      }

      @Override
      public void close() {}
    };
  }

  private void watchSent(long bytes) {
    if (bytes > limits.mostBytes()) {
      throw tooLarge("more than " + limits.mostBytes() + " bytes");
    }
  }

  private void watchUnpacked(long unpacked, long sent) {
    if (unpacked > limits.mostUnpackedBytes()) {
      throw tooLarge("more than " + limits.mostUnpackedBytes() + " bytes when unpacked");
    }
    if (unpacked > ImportLimits.HARMLESS && unpacked / ImportLimits.MOST_RATIO > sent) {
      throw tooLarge(
          "packed more than " + ImportLimits.MOST_RATIO + " to 1, as no file of market data is");
    }
  }

  private static Refusal tooLarge(String what) {
    return Refusal.of(
        Refusal.Kind.TOO_LARGE,
        "import-too-large",
        "The file is refused: " + what + ". Nothing was imported.");
  }
}
