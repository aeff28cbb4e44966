package magnus.benchmarks.sequence;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;
import java.util.zip.GZIPInputStream;
import magnus.prefetch.sequence.Vocabulary;

/** Reads files of one session per line: names of items, set apart by blanks; plain or gzip. */
final class SessionFile {

  /** A prefix of a session and what was opened next. */
  record Example(int[] prefix, int label) {}

  private SessionFile() {}

  static List<int[]> sessions(Path file, Vocabulary vocabulary) throws IOException {
    List<int[]> sessions = new ArrayList<>();
    try (BufferedReader lines = open(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int[] session = items(line, vocabulary);
        if (session.length > 0) {
          sessions.add(session);
        }
      }
    }
    return sessions;
  }

  /** Lines of a prefix, a tab and the item that came next. */
  static List<Example> examples(Path file, Vocabulary vocabulary) throws IOException {
    List<Example> examples = new ArrayList<>();
    try (BufferedReader lines = open(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int tab = line.lastIndexOf('\t');
        if (tab < 0) {
          throw new IllegalArgumentException(
              file + ": line " + (examples.size() + 1) + " has no tab before its label");
        }
        int[] prefix = items(line.substring(0, tab), vocabulary);
        int[] label = items(line.substring(tab + 1), vocabulary);
        if (label.length != 1) {
          throw new IllegalArgumentException(
              file + ": line " + (examples.size() + 1) + " has " + label.length + " labels");
        }
        examples.add(new Example(prefix, label[0]));
      }
    }
    return examples;
  }

  private static int[] items(String line, Vocabulary vocabulary) {
    StringTokenizer names = new StringTokenizer(line);
    int[] items = new int[names.countTokens()];
    for (int i = 0; i < items.length; i++) {
      items[i] = vocabulary.learn(names.nextToken());
    }
    return items;
  }

  private static BufferedReader open(Path file) throws IOException {
    InputStream raw = Files.newInputStream(file);
    boolean packed = file.toString().endsWith(".gz");
    return new BufferedReader(
        new InputStreamReader(
            packed ? new GZIPInputStream(raw, 1 << 16) : raw, StandardCharsets.UTF_8),
        1 << 16);
  }
}
