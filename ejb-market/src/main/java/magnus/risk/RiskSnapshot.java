package magnus.risk;

import java.util.Map;
import magnus.basics.result.Result;
import magnus.portfolio.Holdings;
import magnus.risk.metrics.DailyReturns;
import magnus.risk.scenario.HistoricalSimulation;

/**
 * All that the figures of one analysis are made from, read at one as-of.
 *
 * @param gaps holdings that have no price or no history, with the reason
 * @param benchmark its symbol
 * @param market the benchmark's returns over the simulation's sessions
 * @param riskFreeRate per year, effective
 */
public record RiskSnapshot(
    Holdings holdings,
    HistoricalSimulation simulation,
    Map<String, String> gaps,
    String benchmark,
    Result<DailyReturns> market,
    double riskFreeRate) {}
