package magnus.backtests.strategy;

import magnus.market.OptionChain.Right;

/**
 * Sells one option at a time on the only symbol and holds it to its expiry, valued every day by
 * Black and Scholes at that day's volatility. A covered call is bought back by what it pays at
 * expiry, so that the shares are kept. The wheel sells puts that its cash covers; when one is
 * exercised it holds the shares and sells calls on them, not below what it paid, until they are
 * called away.
 *
 * @param wheel whether it begins with puts; else it is always invested and sells calls
 * @param market whether options are priced at the market's index of volatility where it is known
 */
public record OptionSelling(String name, boolean wheel, OptionTerms terms, boolean market)
    implements Strategy {

  private static final int SEEN = 120;

  @Override
  public int warmUp() {
    return SEEN;
  }

  @Override
  public Outcome walk(PastPrices prices, int first) {
    return new Walker(prices, first).walk();
  }

  /** One walk. */
  private final class Walker {

    private final PastPrices prices;
    private final int first;
    private final VolatilityPath volatility;
    private double cash = 1;
    private double shares;
    private double paid;
    private double sold;
    private Right right = Right.PUT;
    private double strike;
    private int expiry = -1;
    private double costs;
    private double traded;
    private int trades;
    private int modelled;

    Walker(PastPrices prices, int first) {
      this.prices = prices;
      this.first = first;
      volatility = new VolatilityPath(prices, market);
    }

    Outcome walk() {
      double[] wealth = new double[prices.size() - first];
      if (!wheel) {
        buy(1 / (1 + terms.cost()) / spot(first), spot(first));
      }
      for (int day = first; day < prices.size(); day++) {
        if (day > first) {
          cash *= 1 + prices.cashReturn(day - 1);
        }
        modelled += volatility.isModelled(day) ? 1 : 0;
        if (sold > 0 && day == expiry) {
          settle(day);
        }
        if (sold == 0) {
          sell(day);
        }
        wealth[day - first] = worth(day);
      }
      double years = Math.max(1, wealth.length - 1) / PastPrices.YEAR;
      return new Outcome(first, wealth, costs, traded / years, trades, modelled);
    }

    private double spot(int day) {
      return prices.close()[0][day];
    }

    private double worth(int day) {
      double option =
          sold == 0
              ? 0
              : terms.value(
                  right, spot(day), strike, expiry - day, prices.cash()[day], volatility.at(day));
      return cash + shares * spot(day) - sold * option;
    }

    private void buy(double count, double price) {
      double fee = Math.abs(count) * price * terms.cost();
      cash -= count * price + fee;
      shares += count;
      costs += fee;
      traded += Math.abs(count) * price;
    }

    /** The market's own way at expiry: cash for a covered call, shares for the wheel. */
    private void settle(int day) {
      double price = spot(day);
      boolean exercised = right == Right.CALL ? price > strike : price < strike;
      if (exercised && !wheel) {
        double pays = sold * (price - strike);
        // What it pays is raised by selling shares, where the premium is not enough.
        cash -= pays;
        if (cash < 0) {
          buy(cash / price / (1 - terms.cost()), price);
        }
      } else if (exercised) {
        if (right == Right.PUT) {
          paid = strike;
          buy(sold, strike);
        } else {
          buy(-shares, strike);
        }
      }
      sold = 0;
      trades++;
    }

    private void sell(int day) {
      double price = spot(day);
      double rate = prices.cash()[day];
      double sigma = volatility.at(day);
      right = wheel && shares == 0 ? Right.PUT : Right.CALL;
      strike = terms.strike(right, price, rate, sigma);
      if (wheel && right == Right.CALL) {
        strike = Math.max(strike, paid);
      }
      if (!wheel && cash > 0) {
        buy(cash / price / (1 + terms.cost()), price);
      }
      double count = right == Right.CALL ? shares : cash / strike;
      double premium = terms.value(right, price, strike, terms.sessions(), rate, sigma);
      double lost = count * premium * terms.spread();
      cash += count * premium - lost;
      costs += lost;
      sold = count;
      expiry = day + terms.sessions();
      trades++;
    }
  }
}
