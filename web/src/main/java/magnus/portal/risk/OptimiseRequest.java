package magnus.portal.risk;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import magnus.basics.problem.Refusal;
import magnus.risk.OptimisationMethod;
import magnus.risk.OptimisationWish;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What target weights should be and respect; what is left out has a middle value. */
@Schema(name = "OptimiseRequest")
public record OptimiseRequest(
    @Schema(description = "How weights are found; MINIMUM_VOLATILITY where left out")
        @Nullable OptimisationMethod method,
    @Schema(description = "Symbols that may be bought beside what is held")
        @Nullable List<String> symbols,
    @Schema(description = "Look-back in trading days, 100 to 2520; 756 where left out")
        @Nullable Integer sessions,
    @Schema(description = "Most weight of one holding, 0 to 1; 1 where left out")
        @Nullable Double mostWeight,
    @Schema(description = "Least and most weight by sector, 0 to 1")
        @Nullable Map<String, Limits> sectors,
    @Schema(description = "Symbols of which nothing is to be sold") @Nullable List<String> keep,
    @Schema(description = "Most turnover, the sum of absolute changes of weight; 2 where left out")
        @Nullable Double mostTurnover,
    @Schema(description = "Costs per dollar bought or sold; .0005 where left out")
        @Nullable Double tradingCosts,
    @Schema(description = "How much variance is disliked (λ of μ − λ/2 σ²); 3 where left out")
        @Nullable Double aversion,
    @Schema(description = "Your views of returns, for BLACK_LITTERMAN")
        @Nullable List<View> views) {

  private static final int MOST = 200;
  private static final int SESSIONS = 756;
  private static final double COSTS = .0005;
  private static final double AVERSION = 3;

  /** Limits of a sector's weight. */
  @Schema(name = "SectorLimits")
  public record Limits(
      @Schema(description = "0 where left out") @Nullable Double least,
      @Schema(description = "1 where left out") @Nullable Double most) {}

  /** A view. */
  @Schema(name = "ReturnView")
  public record View(
      @Schema(description = "Of which symbol") @Nullable String symbol,
      @Schema(description = "Beyond which other symbol's return; alone where left out")
          @Nullable String over,
      @Schema(description = "Return per year, as a fraction") @Nullable Double annualReturn,
      @Schema(description = "Between 0 and 1; .5 where left out") @Nullable Double confidence) {}

  OptimisationWish wish() {
    OptimisationMethod wanted = method == null ? OptimisationMethod.MINIMUM_VOLATILITY : method;
    List<View> given = few("views", views);
    if (wanted != OptimisationMethod.BLACK_LITTERMAN && !given.isEmpty()) {
      throw Refusal.malformed("views", given.size(), "views for BLACK_LITTERMAN alone");
    }
    return new OptimisationWish(
        wanted,
        symbols("symbols", symbols),
        sessions == null ? SESSIONS : sessions,
        within("mostWeight", mostWeight, 1, 1e-6, 1),
        limits(),
        symbols("keep", keep),
        within("mostTurnover", mostTurnover, 2, 0, 2),
        within("tradingCosts", tradingCosts, COSTS, 0, .5),
        within("aversion", aversion, AVERSION, .01, 1_000),
        given.stream().map(OptimiseRequest::view).toList());
  }

  private Map<String, OptimisationWish.Limits> limits() {
    Map<String, OptimisationWish.Limits> checked = new TreeMap<>();
    Map<String, Limits> wished = sectors == null ? Map.of() : sectors;
    few("sectors", List.copyOf(wished.keySet()));
    wished.forEach(
        (sector, limit) -> {
          if (limit == null) {
            throw Refusal.malformed("sectors." + sector, "null", "limits");
          }
          double least = within("sectors." + sector + ".least", limit.least(), 0, 0, 1);
          checked.put(
              sector,
              new OptimisationWish.Limits(
                  least, within("sectors." + sector + ".most", limit.most(), 1, least, 1)));
        });
    return checked;
  }

  private static OptimisationWish.View view(View view) {
    if (view.symbol() == null || view.symbol().isBlank()) {
      throw Refusal.malformed("views.symbol", "", "a symbol");
    }
    if (view.annualReturn() == null) {
      throw Refusal.malformed("views.annualReturn", "", "a number from -1 to 10");
    }
    return new OptimisationWish.View(
        symbol(view.symbol()),
        view.over() == null ? null : symbol(view.over()),
        within("views.annualReturn", view.annualReturn(), 0, -1, 10),
        within("views.confidence", view.confidence(), .5, .01, .99));
  }

  private static Set<String> symbols(String field, @Nullable List<String> list) {
    return few(field, list).stream()
        .map(OptimiseRequest::symbol)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static String symbol(String text) {
    return text.strip().toUpperCase(Locale.ROOT);
  }

  private static <T> List<T> few(String field, @Nullable List<T> list) {
    if (list == null) {
      return List.of();
    }
    if (list.size() > MOST || list.stream().anyMatch(Objects::isNull)) {
      throw Refusal.malformed(field, list.size() + " values", "at most " + MOST + ", none null");
    }
    return list;
  }

  private static double within(
      String field, @Nullable Double value, double other, double least, double most) {
    if (value == null) {
      return other;
    }
    if (!(value >= least && value <= most)) {
      throw Refusal.malformed(field, value, "a number from " + least + " to " + most);
    }
    return value;
  }
}
