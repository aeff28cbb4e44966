package magnus.prefetch.plan;

import java.util.List;

/**
 * Which of a candidate's needs are worth loading, and what that is expected to give.
 *
 * @param loads the slowest first; empty where all are there already or none is likely enough to be
 *     used, and then the price is that of all that are missing
 */
record Offer(List<Planned> loads, Price price) {

  Offer {
    loads = List.copyOf(loads);
  }
}
