package magnus.benchmarks.options;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** A comma-separated file with a heading, plain or gzipped; lines that begin with # are remarks. */
final class CsvColumns {

  private final Map<String, Integer> columns = new HashMap<>();
  private final List<String[]> rows = new ArrayList<>();

  /** The first line is the heading, also where it begins with #. */
  static CsvColumns read(Path file) throws IOException {
    CsvColumns table = new CsvColumns();
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (table.columns.isEmpty()) {
          String[] names = line.replaceFirst("^\uFEFF?#?", "").split(",", -1);
          for (int i = 0; i < names.length; i++) {
            table.columns.put(names[i].trim().toLowerCase(Locale.ROOT), i);
          }
        } else if (!line.isBlank() && !line.startsWith("#")) {
          table.rows.add(line.split(",", -1));
        }
      }
    }
    return table;
  }

  int size() {
    return rows.size();
  }

  String line(int row) {
    return String.join(",", rows.get(row));
  }

  /** The text under the first of these names that the file has; empty where it is blank. */
  Optional<String> find(int row, String... names) {
    for (String name : names) {
      Integer column = columns.get(name);
      if (column != null && column < rows.get(row).length) {
        String text = rows.get(row)[column].trim();
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
      }
    }
    return Optional.empty();
  }

  Optional<Double> number(int row, String... names) {
    return find(row, names).map(Double::valueOf);
  }

  /**
   * @throws IllegalArgumentException naming the columns of which there is none
   */
  double needed(int row, String... names) {
    return number(row, names)
        .orElseThrow(
            () -> new IllegalArgumentException("--table: no column " + String.join(" or ", names)));
  }
}
