package magnus.risk;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import magnus.basics.result.Result;
import magnus.portfolio.Missing;
import org.jspecify.annotations.Nullable;

/**
 * A figure that an answer lacks, and why.
 *
 * @param figure path of the absent member ({@code "var.99"})
 * @param reason a sentence for people
 */
public record NotComputed(String figure, String reason) {

  /** Takes figures out of their results and remembers why some were not there. */
  static final class Collector {

    private final Map<String, String> figures = new TreeMap<>();
    private final Map<String, String> symbols = new TreeMap<>();

    /** The value, or null with its failure remembered under the figure's name. */
    <T> @Nullable T take(String figure, Result<T> result) {
      result.findFailure().ifPresent(f -> figures.put(figure, f.detail()));
      return result.find().orElse(null);
    }

    /** Remembers that a symbol does not count; its first reason stays. */
    void symbol(String symbol, String reason) {
      symbols.putIfAbsent(symbol, reason);
    }

    /** By name, ascending. */
    List<NotComputed> figures() {
      return figures.entrySet().stream()
          .map(e -> new NotComputed(e.getKey(), e.getValue()))
          .toList();
    }

    /** By symbol, ascending. */
    List<Missing> symbols() {
      return symbols.entrySet().stream().map(e -> new Missing(e.getKey(), e.getValue())).toList();
    }
  }
}
