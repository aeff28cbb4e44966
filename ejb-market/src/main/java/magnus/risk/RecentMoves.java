package magnus.risk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import magnus.basics.result.FailureReason;
import magnus.basics.result.Result;
import magnus.risk.optimisation.Covariance;
import magnus.risk.scenario.HistoricalSimulation;

/**
 * The underlyings that moved in the last sessions, with their covariances of one day. What stood
 * still (a money market fund at its constant price) can neither gain nor lose in a joint move and
 * would leave the matrix without an inverse.
 *
 * @param covariance shrunk, in the order of the names
 */
record RecentMoves(List<String> names, double[][] covariance) {

  /** Sessions that count. */
  static final int SESSIONS = 252;

  static Result<RecentMoves> of(HistoricalSimulation simulation) {
    List<String> names = new ArrayList<>();
    List<double[]> moves = new ArrayList<>();
    for (String name : simulation.underlyings()) {
      double[] all = simulation.moves(name);
      double[] recent = Arrays.copyOfRange(all, Math.max(0, all.length - SESSIONS), all.length);
      if (Arrays.stream(recent).distinct().count() > 1) {
        names.add(name);
        moves.add(recent);
      }
    }
    return names.isEmpty()
        ? Result.failure(
            FailureReason.NOT_ENOUGH_DATA, "Nothing is held that moved in the last year.")
        : Result.success(
            new RecentMoves(names, Covariance.ledoitWolf(moves.toArray(double[][]::new)).matrix()));
  }
}
