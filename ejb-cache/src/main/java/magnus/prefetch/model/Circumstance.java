package magnus.prefetch.model;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import magnus.prefetch.sequence.SessionContext;

/** Something that makes a page likelier than it would be without. */
public enum Circumstance {
  /** What the user himself did. */
  OWN(c -> c.user() >= 0, SessionContext::ofNobody),
  /** The half hour and the day of the week. */
  TIME(c -> c.slot() >= 0, SessionContext::withoutTime),
  /** How nervous the market is. */
  MARKET(c -> c.condition() >= 0, SessionContext::withoutCondition),
  /** What is on, such as the earnings season. */
  EVENT(c -> c.events() != 0, SessionContext::withoutEvents),
  /** What the user holds. */
  HELD(c -> c.held().length > 0, SessionContext::withoutHeld);

  private final Predicate<SessionContext> isKnown;
  private final UnaryOperator<SessionContext> without;

  Circumstance(Predicate<SessionContext> isKnown, UnaryOperator<SessionContext> without) {
    this.isKnown = isKnown;
    this.without = without;
  }

  /** The same where nothing is known of it; empty where nothing is. */
  Optional<SessionContext> without(SessionContext context) {
    return isKnown.test(context) ? Optional.of(without.apply(context)) : Optional.empty();
  }
}
