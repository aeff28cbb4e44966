package magnus.benchmarks.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Memory of a Java process.
 *
 * @param heapBytes live heap: the least used after any of three full collections
 * @param residentBytes resident set by the operating system; 0 where it does not tell
 * @param threads live threads; 0 where the operating system does not tell
 */
public record ServerMemory(long heapBytes, long residentBytes, int threads) {

  private static final Pattern USED = Pattern.compile("heap\\s+total \\d+K, used (\\d+)K");

  static ServerMemory of(long pid) throws IOException, InterruptedException {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      jcmd(pid, "GC.run");
      Matcher used = USED.matcher(jcmd(pid, "GC.heap_info"));
      if (!used.find()) {
        throw new IOException("jcmd GC.heap_info says nothing of the used heap");
      }
      least = Math.min(least, Long.parseLong(used.group(1)) * 1024);
    }
    Path status = Path.of("/proc/" + pid + "/status");
    if (!Files.isReadable(status)) {
      return new ServerMemory(least, 0, 0);
    }
    String text = Files.readString(status);
    return new ServerMemory(
        least,
        number(text, "VmRSS:\\s+(\\d+) kB") * 1024,
        (int) number(text, "Threads:\\s+(\\d+)"));
  }

  private static long number(String text, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(text);
    return found.find() ? Long.parseLong(found.group(1)) : 0;
  }

  private static String jcmd(long pid, String command) throws IOException, InterruptedException {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    Process process =
        new ProcessBuilder(jcmd, Long.toString(pid), command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    return said;
  }
}
