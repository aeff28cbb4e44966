package magnus.cache.event.learned;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import magnus.cache.DataType;
import magnus.cache.Occurrence;
import magnus.cache.event.Decision;
import magnus.cache.event.EntryIndex.Place;
import magnus.cache.shelf.Entry;

/**
 * Drops an entry where its value is likely to be wrong by more than ε before its lifespan ends.
 * Decides only for kinds of events and types of data where it beat the rule on held-out dates;
 * everything else is left to the rule. Whichever decides, both are asked and noted, so that what
 * comes true judges both.
 */
public final class LearnedDecision implements Decision {

  private final LearnedModel model;
  private final Features features;
  private final Decision rule;
  private final Function<String, Optional<DataType>> typeOf;
  private final boolean advisory;
  private final OutcomeBook outcomes;

  /**
   * @param typeOf the data type of a shelf
   * @param advisory whether the rule decides everywhere, and this one is only noted
   */
  public LearnedDecision(
      LearnedModel model,
      Features features,
      Decision rule,
      Function<String, Optional<DataType>> typeOf,
      boolean advisory,
      OutcomeBook outcomes) {
    this.model = model;
    this.features = features;
    this.rule = rule;
    this.typeOf = typeOf;
    this.advisory = advisory;
    this.outcomes = outcomes;
  }

  @Override
  public Decided decide(Occurrence occurrence, String shelf, String key, Entry<?> entry) {
    Decided ruled = rule.decide(occurrence, shelf, key, entry);
    Optional<DataType> type = typeOf.apply(shelf);
    if (type.isEmpty()
        || occurrence.at().isBefore(entry.asOf())
        || model.findVerdict(occurrence.kind(), type.get()).isEmpty()) {
      return by("rule", ruled);
    }
    Optional<double[]> row = features.of(occurrence, type.get(), entry);
    if (row.isEmpty()) {
      return by("rule", ruled);
    }
    double probability = model.probability(row.get());
    Verdict learned = probability >= model.threshold() ? Verdict.DROP : Verdict.KEEP;
    outcomes.decided(
        new Place(shelf, key),
        new OutcomeBook.Pending(
            entry, occurrence.kind(), type.get(), probability, learned, ruled.verdict()));
    if (advisory || !model.inForce(occurrence.kind(), type.get())) {
      return by("rule", ruled);
    }
    return new Decided(
        learned,
        String.format(
            Locale.ROOT,
            "learned decision: %.0f %% likely to be wrong by more than its bound before its end,"
                + " drops from %.0f %% on; the rule would %s: %s",
            100 * probability,
            100 * model.threshold(),
            ruled.verdict() == Verdict.DROP ? "drop" : "keep",
            ruled.why()));
  }

  private static Decided by(String who, Decided decided) {
    return new Decided(decided.verdict(), who + ": " + decided.why());
  }
}
