package magnus.backtests;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import magnus.basics.problem.Refusal;
import magnus.identity.Caller;
import magnus.runs.Run;
import magnus.runs.RunStatus;
import magnus.runs.Runs;

/** Results of backtests, from the journals of their runs. */
@ApplicationScoped
public class Backtests {

  @Inject private Runs runs;

  /**
   * The result of the caller's run.
   *
   * @throws Refusal UNKNOWN where there is no such run of his or it is no backtest, CONFLICT while
   *     it is under way or where it has failed
   */
  public BacktestReport get(Caller caller, UUID run) {
    Run known = runs.get(caller, run);
    if (!known.operation().equals(StrategyBacktest.NAME)) {
      throw Refusal.unknown("backtest", run);
    }
    return runs.emitted(caller, run, StrategyBacktest.RESULT, BacktestReport.class)
        .orElseThrow(
            () ->
                Refusal.of(
                    Refusal.Kind.CONFLICT,
                    "no-result",
                    known.status() == RunStatus.RUNNING
                        ? "The backtest is under way; watch it, or try again."
                        : "The backtest ended without a result; start another."));
  }
}
