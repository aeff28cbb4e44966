package magnus.portal.tax;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import magnus.basics.problem.Refusal;
import magnus.portfolio.TaxPlanWish;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a plan after tax should respect; what is left out has a middle value. */
@Schema(name = "TaxPlanRequest")
public record TaxPlanRequest(
    @Schema(description = "Taxable portfolios to plan for; all where left out")
        @Nullable List<UUID> accounts,
    @Schema(description = "Tax on a short-term gain, as a fraction; .32 where left out")
        @Nullable Double shortTermRate,
    @Schema(description = "Tax on a long-term gain; .15 where left out")
        @Nullable Double longTermRate,
    @Schema(description = "Tax on other income; .32 where left out") @Nullable Double ordinaryRate,
    @Schema(description = "Years until the holdings are expected to be sold; 5 where left out")
        @Nullable Double years,
    @Schema(description = "Short-term loss carried into this year, positive, in dollars")
        @Nullable Double carriedShort,
    @Schema(description = "Long-term loss carried into this year, positive, in dollars")
        @Nullable Double carriedLong,
    @Schema(description = "Wanted share of each symbol; as it is now where left out")
        @Nullable Map<String, Double> targets,
    @Schema(description = "Distance from a target that counts as on it, as a share of the whole")
        @Nullable Double band,
    @Schema(description = "Dollars to be left in cash") @Nullable Double keptCash,
    @Schema(description = "Costs per dollar bought or sold; .0005 where left out")
        @Nullable Double tradingCosts,
    @Schema(description = "What a dollar outside of its target costs; .02 where left out")
        @Nullable Double deviationCosts,
    @Schema(description = "Symbols not to be sold") @Nullable List<String> never,
    @Schema(description = "Groups of symbols that you take as substantially identical")
        @Nullable List<List<String>> identical,
    @Schema(description = "Whether covered calls may be written; they may where left out")
        @Nullable Boolean calls) {

  private static final int MOST = 500;
  private static final double MOST_DOLLARS = 1e12;

  TaxPlanWish wish() {
    TaxPlanWish middle = TaxPlanWish.keeping();
    return new TaxPlanWish(
        Set.copyOf(few("accounts", accounts)),
        within("shortTermRate", shortTermRate, middle.shortTermRate(), 1),
        within("longTermRate", longTermRate, middle.longTermRate(), 1),
        within("ordinaryRate", ordinaryRate, middle.ordinaryRate(), 1),
        within("years", years, middle.years(), 100),
        within("carriedShort", carriedShort, 0, MOST_DOLLARS),
        within("carriedLong", carriedLong, 0, MOST_DOLLARS),
        checkedTargets(),
        within("band", band, middle.band(), 1),
        within("keptCash", keptCash, middle.keptCash(), MOST_DOLLARS),
        within("tradingCosts", tradingCosts, middle.tradingCosts(), .5),
        within("deviationCosts", deviationCosts, middle.deviationCosts(), 1),
        few("never", never).stream().map(TaxPlanRequest::symbol).collect(Collectors.toSet()),
        groups(identical),
        calls == null || calls);
  }

  static List<Set<String>> groups(@Nullable List<List<String>> groups) {
    return few("identical", groups).stream()
        .map(
            group ->
                few("identical", group).stream()
                    .map(TaxPlanRequest::symbol)
                    .collect(Collectors.toSet()))
        .toList();
  }

  private Map<String, Double> checkedTargets() {
    Map<String, Double> checked = new TreeMap<>();
    double sum = 0;
    Map<String, Double> wished = targets == null ? Map.of() : targets;
    few("targets", List.copyOf(wished.keySet()));
    for (Map.Entry<String, Double> target : wished.entrySet()) {
      double share = within("targets." + target.getKey(), target.getValue(), 0, 1);
      checked.put(symbol(target.getKey()), share);
      sum += share;
    }
    if (sum > 1 + 1e-9) {
      throw Refusal.malformed("targets", sum, "shares that add up to at most 1");
    }
    return checked;
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

  private static double within(String field, @Nullable Double value, double other, double most) {
    if (value == null) {
      return other;
    }
    if (!(value >= 0 && value <= most)) {
      throw Refusal.malformed(field, value, "a number from 0 to " + most);
    }
    return value;
  }
}
