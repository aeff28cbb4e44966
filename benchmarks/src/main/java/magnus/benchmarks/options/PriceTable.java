package magnus.benchmarks.options;

import java.util.Locale;
import magnus.market.OptionChain.Right;
import magnus.options.pricing.AmericanGreeks;
import magnus.options.pricing.AmericanOption;
import magnus.options.pricing.BaroneAdesiWhaley;
import magnus.options.pricing.BjerksundStensland;
import magnus.options.pricing.BlackScholesMerton;
import magnus.options.pricing.Greeks;
import magnus.options.pricing.JuQuadratic;

/** Which of the product's methods a table of reference values is held against, by its name. */
enum PriceTable {
  BARONE_ADESI_WHALEY(3e-3, false) {
    @Override
    double value(Row o) {
      return BaroneAdesiWhaley.value(
          o.right(), o.spot(), o.strike(), o.years(), o.rate(), o.yield(), o.volatility());
    }
  },
  BJERKSUND_STENSLAND(5e-5, false) {
    @Override
    double value(Row o) {
      return BjerksundStensland.value(
          o.right(), o.spot(), o.strike(), o.years(), o.rate(), o.yield(), o.volatility());
    }
  },
  JU_QUADRATIC(1e-3, false) {
    @Override
    double value(Row o) {
      return JuQuadratic.value(
          o.right(), o.spot(), o.strike(), o.years(), o.rate(), o.yield(), o.volatility());
    }
  },
  AMERICAN(1e-4, false) {
    @Override
    double value(Row o) {
      return AmericanOption.value(
          o.right(), o.spot(), o.strike(), o.years(), o.rate(), o.yield(), o.volatility());
    }

    @Override
    Greeks greeks(Row o) {
      return AmericanGreeks.of(
          o.right(), o.spot(), o.strike(), o.years(), o.rate(), o.yield(), o.volatility());
    }
  },
  EUROPEAN(1e-4, false) {
    @Override
    double value(Row o) {
      return european(o);
    }
  },
  STRATA(1e-8, true) {
    @Override
    double value(Row o) {
      return european(o);
    }
  };

  final double tolerance;
  final boolean relative;

  PriceTable(double tolerance, boolean relative) {
    this.tolerance = tolerance;
    this.relative = relative;
  }

  abstract double value(Row row);

  Greeks greeks(Row o) {
    return BlackScholesMerton.greeks(
        o.right(), o.spot(), o.strike(), o.years(), o.rate(), o.yield(), o.volatility());
  }

  private static double european(Row o) {
    return BlackScholesMerton.value(
        o.right(), o.spot(), o.strike(), o.years(), o.rate(), o.yield(), o.volatility());
  }

  /** By the file's name; one that says nothing holds American values. */
  static PriceTable of(String file) {
    String name = file.toUpperCase(Locale.ROOT);
    for (PriceTable method :
        new PriceTable[] {BARONE_ADESI_WHALEY, BJERKSUND_STENSLAND, JU_QUADRATIC}) {
      if (name.contains(method.name())) {
        return method;
      }
    }
    if (name.contains("AMERICAN")) {
      return AMERICAN;
    }
    if (name.contains("STRATA")) {
      return STRATA;
    }
    return name.contains("EUROPEAN")
            || name.contains("HAUG")
            || name.contains("BLACK")
            || name.contains("MERTON")
        ? EUROPEAN
        : AMERICAN;
  }

  /** One option of a table. */
  record Row(
      Right right,
      double spot,
      double strike,
      double years,
      double rate,
      double yield,
      double volatility) {

    static Row of(CsvColumns table, int row) {
      boolean put =
          table
              .find(row, "type", "right", "option_type", "cp")
              .map(t -> t.toUpperCase(Locale.ROOT).startsWith("P"))
              .orElseGet(() -> table.find(row, PUT_VALUES).isPresent());
      double rate = table.number(row, "r", "rate", "risk_free").orElse(0.0);
      boolean forward = table.find(row, "forward", "f").isPresent();
      return new Row(
          put ? Right.PUT : Right.CALL,
          table.needed(row, "spot", "s", "underlying", "forward", "f"),
          table.needed(row, "strike", "k"),
          table.needed(row, "t", "years", "maturity", "expiry", "time"),
          rate,
          forward
              ? rate
              : table.number(row, "q", "yield", "dividend", "dividend_yield").orElse(0.0),
          table.needed(row, "vol", "volatility", "sigma", "v"));
    }

    static final String[] PUT_VALUES = {"undiscounted_put", "put"};
    static final String[] VALUES = {
      "value",
      "price",
      "expected",
      "result",
      "npv",
      "undiscounted_call",
      "undiscounted_put",
      "call",
      "put"
    };
  }
}
