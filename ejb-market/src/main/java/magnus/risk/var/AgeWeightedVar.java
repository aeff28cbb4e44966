package magnus.risk.var;

import magnus.basics.result.Result;

/**
 * Historical simulation in which a day counts λ times as much as the one after it (J. Boudoukh, M.
 * Richardson, R. Whitelaw, "The Best of Both Worlds", Risk 11, 1998, with their λ = 0.98).
 *
 * @param window days
 */
record AgeWeightedVar(int window, double lambda) implements VarMethod {

  @Override
  public String name() {
    return "age_weighted_" + window;
  }

  @Override
  public String description() {
    return "Quantile of the last " + window + " returns, weighted by age, lambda " + lambda + ".";
  }

  @Override
  public int warmUp() {
    return window;
  }

  @Override
  public Result<TailLoss> forecast(PastReturns past, Confidence confidence) {
    if (past.size() < window) {
      return HistoricalVar.tooFew("age-weighted", this, past);
    }
    double[] returns = past.newest(window);
    int[] worstFirst = worstFirst(returns);
    double total = (1 - Math.pow(lambda, window)) / (1 - lambda);
    double tail = confidence.tail();
    double covered = 0;
    double beyond = 0;
    for (int i : worstFirst) {
      double weight = Math.pow(lambda, window - 1.0 - i) / total;
      double part = Math.min(weight, tail - covered);
      beyond -= part * returns[i];
      covered += part;
      if (covered >= tail * (1 - 1e-12)) {
        return Result.success(new TailLoss(-returns[i], Math.max(-returns[i], beyond / tail)));
      }
    }
    throw new IllegalStateException("weights add up to " + covered + " below " + tail);
  }

  /** Indices in ascending order of return, by insertion, the oldest first among equals. */
  private static int[] worstFirst(double[] returns) {
    int[] order = new int[returns.length];
    for (int i = 0; i < order.length; i++) {
      int at = i;
      while (at > 0 && returns[order[at - 1]] > returns[i]) {
        order[at] = order[at - 1];
        at--;
      }
      order[at] = i;
    }
    return order;
  }
}
