package magnus.options;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import magnus.basics.result.Result;
import magnus.cache.Codec;
import magnus.cache.DataType;
import magnus.cache.Ingredient;
import magnus.cache.Served;
import magnus.cache.Shelf;
import magnus.cache.ShelfPlan;
import magnus.cache.Shelves;
import magnus.runs.Operation;
import magnus.runs.Operations;
import magnus.runs.RunStep;
import magnus.runs.StepContext;

/**
 * The best sales of the universe at market time, from a shelf that all nodes share, and the
 * streamed operation {@value #NAME} that finds them before the eyes of its viewers.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OptionScans {

  /** The streamed operation. */
  public static final String NAME = "options_scan";

  private static final double BASIS_POINTS = 10_000;

  @Inject private Shelves shelves;
  @Inject private Operations operations;
  @EJB private OptionDesk desk;

  private Shelf<OptionQuery, ScanReport> opportunities;

  @PostConstruct
  void open() {
    opportunities =
        shelves.open(
            ShelfPlan.of(
                    "opportunities",
                    DataType.TOP_OPPORTUNITIES,
                    OptionQuery::text,
                    OptionQuery::parse,
                    Codec.json(ScanReport.class),
                    (OptionQuery query, java.time.Instant asOf) ->
                        Result.success(desk.scan(query.request(), asOf, r -> {}, () -> false)),
                    OptionScans::madeOf)
                .withStale(Duration.ofMinutes(2), Duration.ofHours(1))
                .withError(OptionScans::apart)
                .withRoom(500, 64L << 20));
    operations.register(
        new Operation(
            NAME,
            "Scans the universe for cash-secured puts and covered calls and tells the best so far"
                + " as it goes. Parameters as of /api/agents/options/top: "
                + String.join(", ", OptionQuery.NAMES)
                + ".",
            (caller, parameters) -> OptionQuery.of(parameters).parameters()),
        List.of(new ScanStep(desk)));
  }

  /** What is shown: the rest of the universe changes it only by becoming better. */
  private static Set<Ingredient> madeOf(OptionQuery query, ScanReport report) {
    Set<Ingredient> madeOf = new HashSet<>();
    report.items().forEach(o -> madeOf.add(Ingredient.symbol(o.symbol())));
    return madeOf;
  }

  /** By how much the best scores differ, in basis points. */
  private static double apart(ScanReport served, ScanReport truth) {
    if (served.items().isEmpty() || truth.items().isEmpty()) {
      return served.items().size() == truth.items().size() ? 0 : BASIS_POINTS;
    }
    Opportunity one = served.items().get(0);
    Opportunity other = truth.items().get(0);
    return Math.abs(one.score().value() / Math.max(1e-9, other.score().value()) - 1) * BASIS_POINTS;
  }

  /** The best sales. */
  public Result<Served<ScanReport>> top(OptionQuery query) {
    return opportunities.get(query);
  }

  /** The one step of the operation. */
  record ScanStep(OptionDesk desk) implements RunStep {

    @Override
    public String name() {
      return "opportunities";
    }

    @Override
    public String title() {
      return "Reading chains and scoring what could be sold";
    }

    @Override
    public void run(StepContext context) {
      ScanReport report =
          desk.scan(
              new OptionQuery(context.parameters()).request(),
              context.asOf(),
              partial -> {
                context.checkCancelled();
                context.emit("opportunities_so_far", partial);
                context.progress(
                    (double) partial.symbols() / Math.max(1, partial.wanted()),
                    partial.symbols() + " of " + partial.wanted() + " underlyings");
              },
              () -> false);
      context.emit(report);
    }
  }
}
