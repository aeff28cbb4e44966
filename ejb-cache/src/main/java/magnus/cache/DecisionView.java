package magnus.cache;

import java.util.List;
import magnus.cache.event.learned.LearnedModel;
import magnus.cache.event.learned.OutcomeBook;

/**
 * What decides whether an event drops an entry.
 *
 * @param configured rule or learned
 * @param model features, coefficients, provenance and the figures on held-out dates
 * @param live both decisions by what came true on this node since its start
 * @param recent newest outcomes first
 */
public record DecisionView(
    String configured,
    LearnedModel model,
    List<OutcomeBook.Live> live,
    List<OutcomeBook.Outcome> recent) {

  public DecisionView {
    live = List.copyOf(live);
    recent = List.copyOf(recent);
  }
}
