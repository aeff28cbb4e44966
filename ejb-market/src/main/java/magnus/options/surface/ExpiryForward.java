package magnus.options.surface;

import java.util.Arrays;
import java.util.List;
import magnus.market.OptionChain.Contract;
import magnus.market.OptionChain.Right;

/**
 * The forward price that an expiry's own quotes imply: the median over the strikes nearest the
 * money of strike + (call − put) / discount, so that no single bad quote moves it. It carries
 * whatever dividends the market expects; early exercise of the near-money pair is left out.
 */
public final class ExpiryForward {

  private static final int PAIRS = 7;

  private ExpiryForward() {}

  /**
   * @param contracts of one expiry, by strike, call before put
   * @param discount of money until then
   * @param otherwise the forward where fewer than three strikes have both sides quoted
   */
  public static double of(
      List<Contract> contracts, double spot, double discount, double otherwise) {
    double[] forwards = new double[contracts.size() / 2 + 1];
    double[] distances = new double[forwards.length];
    int found = 0;
    for (int i = 0; i + 1 < contracts.size(); i++) {
      Contract call = contracts.get(i);
      Contract put = contracts.get(i + 1);
      if (call.right() != Right.CALL
          || put.right() != Right.PUT
          || call.strike().compareTo(put.strike()) != 0) {
        continue;
      }
      double strike = call.strike().doubleValue();
      double c = middle(call);
      double p = middle(put);
      if (c > 0 && p > 0 && Math.abs(Math.log(strike / spot)) < 0.25) {
        forwards[found] = strike + (c - p) / discount;
        distances[found++] = Math.abs(strike - spot);
      }
    }
    if (found < 3) {
      return otherwise;
    }
    double[] nearest = Arrays.copyOf(distances, found);
    Arrays.sort(nearest);
    double reach = nearest[Math.min(PAIRS, found) - 1];
    double[] near = new double[found];
    int count = 0;
    for (int i = 0; i < found; i++) {
      if (distances[i] <= reach) {
        near[count++] = forwards[i];
      }
    }
    Arrays.sort(near, 0, count);
    return (near[(count - 1) / 2] + near[count / 2]) / 2;
  }

  /** Of bid and ask; 0 where they do not stand or cross. */
  public static double middle(Contract contract) {
    double bid = contract.bid().doubleValue();
    double ask = contract.ask().doubleValue();
    return bid > 0 && ask >= bid ? (bid + ask) / 2 : 0;
  }
}
