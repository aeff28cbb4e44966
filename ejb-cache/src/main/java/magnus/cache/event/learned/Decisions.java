package magnus.cache.event.learned;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import magnus.cache.CacheSettings;
import magnus.cache.DataType;
import magnus.cache.DecisionView;
import magnus.cache.MarketSense;
import magnus.cache.event.Decision;
import magnus.cache.event.EntryIndex.Place;
import magnus.cache.event.PriceWatch;
import magnus.cache.event.RuleDecision;
import magnus.cache.shelf.Entry;

/** The decisions by name; the one in force is the setting's, read at each event. */
public final class Decisions implements Supplier<Decision> {

  /** The fixed rule alone. */
  public static final String RULE = "rule";

  /** The learned decision where it beats the rule. */
  public static final String LEARNED = "learned";

  private static final int SHOWN = 50;

  private final Function<String, Optional<String>> settings;
  private final LearnedModel model;
  private final OutcomeBook outcomes;
  private final Decision rule;
  private final Decision learned;

  /**
   * @param sigmas of the rule
   * @param typeOf the data type of a shelf
   * @param settings finds the configured text of a key
   */
  public Decisions(
      double sigmas,
      MarketSense sense,
      PriceWatch prices,
      Function<String, Optional<DataType>> typeOf,
      Function<String, Optional<String>> settings) {
    this.settings = settings;
    this.model = LearnedModel.shipped();
    this.outcomes = new OutcomeBook(this::epsilon);
    Features features = new Features(sense, prices, this::epsilon);
    RuleDecision fixed = new RuleDecision(sigmas, prices);
    this.rule = new LearnedDecision(model, features, fixed, typeOf, true, outcomes);
    this.learned = new LearnedDecision(model, features, fixed, typeOf, false, outcomes);
  }

  @Override
  public Decision get() {
    return configured().equals(LEARNED) ? learned : rule;
  }

  private String configured() {
    return CacheSettings.DECISION.from(settings);
  }

  private double epsilon(DataType type) {
    if (!type.movesWithPrices()) {
      return 0;
    }
    return CacheSettings.epsilonInForce(type, settings);
  }

  /** A key was loaded anew: what was decided about the entry before can be judged. */
  public void loaded(Place place, Entry<?> now, OutcomeBook.Measure measure) {
    outcomes.loaded(place, now, measure);
  }

  /** Everything about them. */
  public DecisionView view() {
    return new DecisionView(configured(), model, outcomes.live(), outcomes.recent(SHOWN));
  }
}
