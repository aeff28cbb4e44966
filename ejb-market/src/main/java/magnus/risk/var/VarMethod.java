package magnus.risk.var;

import java.util.List;
import magnus.basics.result.Result;

/** Forecasts the next day's tail from the returns up to today. Stateless and deterministic. */
public interface VarMethod {

  /** The method's word in tables: lower case with underscores. */
  String name();

  /** One sentence: what it does and with which constants. */
  String description();

  /** How many returns it needs before its first forecast. */
  int warmUp();

  /** The tail of the next day's return; fails with fewer than {@link #warmUp()} returns. */
  Result<TailLoss> forecast(PastReturns past, Confidence confidence);

  /** The methods that are compared with each other, simplest first. */
  static List<VarMethod> all() {
    return List.of(
        new HistoricalVar(250),
        new HistoricalVar(500),
        new NormalVar(250),
        new EwmaNormalVar(),
        new FilteredHistoricalVar());
  }

  /** The method whose forecasts the product shows beside the plain historical ones. */
  static VarMethod shipped() {
    return new FilteredHistoricalVar();
  }
}
