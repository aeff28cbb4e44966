package magnus.persistence.market;

/**
 * One option contract's day, NaN where the source has nothing.
 *
 * @param strike in the underlying's currency, to 1/10,000
 * @param call whether it is a call; else a put
 * @param bid, ask, last per share at the day's end
 * @param volume contracts traded
 * @param openInterest contracts
 * @param impliedVolatility annual, as a fraction
 * @param delta, gamma, vega, theta, rho as the source gives them, per share
 */
public record StoredContract(
    double strike,
    boolean call,
    double bid,
    double ask,
    double last,
    double volume,
    double openInterest,
    double impliedVolatility,
    double delta,
    double gamma,
    double vega,
    double theta,
    double rho) {

  static final int COLUMNS = 13;

  /** Tells the contracts of one expiry apart. */
  long key() {
    return Math.round(strike * 10_000) * 2 + (call ? 0 : 1);
  }

  /** Its own figures, and the other's where it has none. */
  StoredContract over(StoredContract other) {
    return new StoredContract(
        strike,
        call,
        first(bid, other.bid),
        first(ask, other.ask),
        first(last, other.last),
        first(volume, other.volume),
        first(openInterest, other.openInterest),
        first(impliedVolatility, other.impliedVolatility),
        first(delta, other.delta),
        first(gamma, other.gamma),
        first(vega, other.vega),
        first(theta, other.theta),
        first(rho, other.rho));
  }

  private static double first(double mine, double other) {
    return Double.isNaN(mine) ? other : mine;
  }

  double[] figures() {
    return new double[] {
      strike,
      call ? 0 : 1,
      bid,
      ask,
      last,
      volume,
      openInterest,
      impliedVolatility,
      delta,
      gamma,
      vega,
      theta,
      rho
    };
  }

  static StoredContract of(double[][] c, int i) {
    return new StoredContract(
        c[0][i],
        c[1][i] == 0,
        c[2][i],
        c[3][i],
        c[4][i],
        c[5][i],
        c[6][i],
        c[7][i],
        c[8][i],
        c[9][i],
        c[10][i],
        c[11][i],
        c[12][i]);
  }
}
