package magnus.risk.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/**
 * Value at risk and expected shortfall of simulated gains, and what each underlying adds to them.
 * Paths come in antithetic pairs, in blocks that each have a generator of their own: the result
 * depends on the seed alone, not on threads.
 *
 * <p>An underlying's part of the expected shortfall is its mean loss on the paths beyond the value
 * at risk; its part of the value at risk is its mean loss on the paths around the quantile, scaled
 * so that the parts add up (D. Tasche, "Capital allocation to business units and sub-portfolios:
 * the Euler principle", 2008).
 */
public final class MonteCarloVar {

  private static final int BLOCK = 2000;

  /** Of each block the worst are remembered underlying by underlying: more than any tail asks. */
  private static final int REMEMBERED = BLOCK / 10;

  private final List<GainGrid> grids;
  private final JointReturns market;

  /**
   * @param grids one for each underlying, in the order of the market's
   */
  public MonteCarloVar(List<GainGrid> grids, JointReturns market) {
    this.grids = List.copyOf(grids);
    this.market = market;
    if (grids.size() != market.lower().length) {
      throw new IllegalArgumentException(
          grids.size() + " underlyings, but returns of " + market.lower().length);
    }
  }

  /**
   * One tail, in money.
   *
   * @param low lower end of the 95 % interval of the value at risk that the number of paths leaves
   * @param high its upper end
   * @param valueParts by underlying, adding up to the value at risk; negative for a hedge
   * @param shortfallParts by underlying, adding up to the expected shortfall
   */
  public record Tail(
      double valueAtRisk,
      double expectedShortfall,
      double low,
      double high,
      double[] valueParts,
      double[] shortfallParts) {}

  /** Simulated losses in ascending order, and the worst paths' gains by underlying. */
  public static final class Paths {

    private final double[] losses;
    private final Worst[] worst;

    private Paths(double[] losses, Worst[] worst) {
      this.losses = losses;
      this.worst = worst;
    }

    public int count() {
      return losses.length;
    }

    /**
     * @param tail probability of a larger loss, 0.001 to 0.05
     */
    public Tail tail(double tail) {
      int n = losses.length;
      int beyond = (int) Math.round(n * tail);
      if (beyond < 1 || tail > 0.05) {
        throw new IllegalArgumentException("tail " + tail + " of " + n + " paths");
      }
      double value = losses[n - beyond - 1];
      int spread = (int) Math.round(1.96 * Math.sqrt(n * tail * (1 - tail)));
      int around = Math.max(1, beyond / 10);
      double[] shortfall = parts(n - beyond, n);
      double[] atValue = parts(n - beyond - 1 - around, Math.min(n, n - beyond + around));
      double sum = Arrays.stream(atValue).sum();
      double factor = sum == 0 ? 0 : value / sum;
      return new Tail(
          value,
          Arrays.stream(shortfall).sum(),
          losses[Math.max(0, n - beyond - 1 - spread)],
          losses[Math.min(n - 1, n - beyond - 1 + spread)],
          Arrays.stream(atValue).map(p -> p * factor).toArray(),
          shortfall);
    }

    /** Mean losses by underlying over these ranks. */
    private double[] parts(int from, int to) {
      double[] sums = new double[worst[0].gains().length];
      for (int rank = from; rank < to; rank++) {
        double[] gains = worst[rank - (losses.length - worst.length)].gains();
        for (int i = 0; i < sums.length; i++) {
          sums[i] -= gains[i] / (to - from);
        }
      }
      return sums;
    }
  }

  private record Worst(double loss, double[] gains) {}

  private record Block(double[] losses, List<Worst> worst) {}

  /**
   * Simulates.
   *
   * @param paths rounded up to whole blocks of {@value #BLOCK}
   * @param threads runs the blocks; {@code Runnable::run} for the caller's own thread
   */
  public Paths simulate(int paths, long seed, Executor threads) {
    int blocks = (paths + BLOCK - 1) / BLOCK;
    List<CompletableFuture<Block>> running =
        IntStream.range(0, blocks)
            .mapToObj(b -> CompletableFuture.supplyAsync(() -> block(seed + 31L * b), threads))
            .toList();
    double[] losses = new double[blocks * BLOCK];
    Worst[] worst = new Worst[blocks * REMEMBERED];
    for (int b = 0; b < blocks; b++) {
      Block block = running.get(b).join();
      System.arraycopy(block.losses(), 0, losses, b * BLOCK, BLOCK);
      for (int i = 0; i < REMEMBERED; i++) {
        worst[b * REMEMBERED + i] = block.worst().get(i);
      }
    }
    Arrays.sort(losses);
    Arrays.sort(worst, Comparator.comparingDouble(Worst::loss));
    return new Paths(losses, worst);
  }

  private Block block(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    int n = grids.size();
    double[][] gains = new double[BLOCK][n];
    double[] losses = new double[BLOCK];
    double[] normals = new double[n];
    double[] path = new double[n];
    double[] mirrored = new double[n];
    for (int p = 0; p < BLOCK; p += 2) {
      market.draw(random, normals, path, mirrored);
      losses[p] = loss(path, gains[p]);
      losses[p + 1] = loss(mirrored, gains[p + 1]);
    }
    double[] sorted = losses.clone();
    Arrays.sort(sorted);
    double limit = sorted[BLOCK - REMEMBERED];
    List<Worst> worst = new ArrayList<>();
    for (int p = 0; p < BLOCK && worst.size() < REMEMBERED; p++) {
      if (losses[p] >= limit) {
        worst.add(new Worst(losses[p], gains[p]));
      }
    }
    return new Block(losses, worst);
  }

  private double loss(double[] path, double[] gains) {
    double sum = 0;
    for (int i = 0; i < gains.length; i++) {
      gains[i] = grids.get(i).of(path[i]);
      sum -= gains[i];
    }
    return sum;
  }
}
