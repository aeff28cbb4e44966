package magnus.risk.var;

import magnus.basics.result.Result;

/**
 * A distribution fitted to the last {@code window} returns as they are.
 *
 * @param window days, at least 100
 */
record WindowVar(TailShape shape, int window) implements VarMethod {

  @Override
  public String name() {
    return shape.name() + "_" + window;
  }

  @Override
  public String description() {
    return shape.description() + " of the last " + window + " returns.";
  }

  @Override
  public int warmUp() {
    return window;
  }

  @Override
  public Result<TailLoss> forecast(PastReturns past, Confidence confidence) {
    return past.size() < window
        ? HistoricalVar.tooFew(shape.name(), this, past)
        : shape.of(past.newest(window), confidence);
  }
}
