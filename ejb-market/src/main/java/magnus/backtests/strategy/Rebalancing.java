package magnus.backtests.strategy;

/**
 * Holds weights, and brings them back by the calendar or when one has drifted out of its band. What
 * is decided at a close is traded at the next one.
 *
 * @param every sessions between decisions; 0 for never after the first
 * @param band drift of a weight from its target below which nothing is traded; 0 for none
 * @param cost of a unit bought or sold, as a fraction
 */
public record Rebalancing(String name, Weighting weighting, int every, double band, double cost)
    implements Strategy {

  @Override
  public int warmUp() {
    return weighting.lookBack() + 1;
  }

  @Override
  public Outcome walk(PastPrices prices, int first) {
    int n = prices.symbols().size();
    double[] wealth = new double[prices.size() - first];
    double[] held = weighting.at(prices, first);
    double costs = cost;
    for (int s = 0; s < n; s++) {
      held[s] *= 1 - cost;
    }
    wealth[0] = 1 - cost;
    double traded = 0;
    int trades = 0;
    double[] wanted = new double[0];
    for (int day = first + 1; day < prices.size(); day++) {
      double total = 0;
      for (int s = 0; s < n; s++) {
        held[s] *= prices.close()[s][day] / prices.close()[s][day - 1];
        total += held[s];
      }
      if (wanted.length > 0) {
        double moved = 0;
        for (int s = 0; s < n; s++) {
          moved += Math.abs(wanted[s] * total - held[s]);
        }
        double paid = moved * cost;
        traded += moved / total;
        costs += paid;
        trades++;
        total -= paid;
        for (int s = 0; s < n; s++) {
          held[s] = wanted[s] * total;
        }
        wanted = new double[0];
      }
      wealth[day - first] = total;
      if (every > 0 && (day - first) % every == 0) {
        double[] target = weighting.at(prices, day);
        wanted = drifted(held, target, total) ? target : wanted;
      }
    }
    double years = Math.max(1, wealth.length - 1) / PastPrices.YEAR;
    return new Outcome(first, wealth, costs, traded / years, trades, 0);
  }

  private boolean drifted(double[] held, double[] target, double total) {
    double most = 0;
    for (int s = 0; s < held.length; s++) {
      most = Math.max(most, Math.abs(held[s] / total - target[s]));
    }
    return most > band;
  }
}
