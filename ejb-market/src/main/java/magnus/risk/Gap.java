package magnus.risk;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import magnus.basics.result.Result;
import org.jspecify.annotations.Nullable;

/**
 * What an answer lacks, and why.
 *
 * @param symbol whose part is missing; null where it is a figure of the whole
 * @param figure the missing member of the answer ({@code "var.99"}); null where it is a symbol
 * @param reason a sentence for people
 */
public record Gap(@Nullable String symbol, @Nullable String figure, String reason) {

  static Gap ofSymbol(String symbol, String reason) {
    return new Gap(symbol, null, reason);
  }

  static Gap ofFigure(String figure, String reason) {
    return new Gap(null, figure, reason);
  }

  /** Takes figures out of their results and remembers why some were not there. */
  static final class Collector {

    private final Map<String, Gap> gaps = new TreeMap<>();

    /** The value, or null with its failure remembered under the figure's name. */
    <T> @Nullable T take(String figure, Result<T> result) {
      Optional<Result.Failure<T>> failure = result.findFailure();
      failure.ifPresent(f -> gaps.put(" " + figure, ofFigure(figure, f.detail())));
      return result.find().orElse(null);
    }

    /** The symbol's first reason stays. */
    void symbol(String symbol, String reason) {
      gaps.putIfAbsent(symbol, ofSymbol(symbol, reason));
    }

    /** Figures first, then symbols, each in ascending order. */
    java.util.List<Gap> all() {
      return java.util.List.copyOf(gaps.values());
    }
  }
}
