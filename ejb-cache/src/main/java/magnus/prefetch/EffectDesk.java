package magnus.prefetch;

import jakarta.ejb.EJBException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;
import magnus.persistence.behavior.EffectRepository;
import magnus.persistence.behavior.LoadCount;
import magnus.persistence.behavior.LoadSum;
import magnus.prefetch.effect.LoadTimes;
import magnus.prefetch.effect.Split;

/** Compares load times with and without pages loaded ahead, once a minute however many look. */
final class EffectDesk {

  static final Duration COMPARED = Duration.ofDays(14);
  static final Duration KEPT = Duration.ofMinutes(1);
  static final int MOST_SUMS = 100_000;
  private static final long SEED = 1;

  private final EffectRepository rows;
  private final Supplier<Split> split;
  private Optional<EffectReport> last = Optional.empty();
  private Split of = new Split(0, "");
  private Instant until = Instant.MIN;

  EffectDesk(EffectRepository rows, Supplier<Split> split) {
    this.rows = rows;
    this.split = split;
  }

  /** The comparison, at most {@link #KEPT} old; empty where nothing was timed. */
  synchronized Optional<EffectReport> report(Instant now) {
    Split current = split.get();
    if (!current.equals(of) || !now.isBefore(until)) {
      last = compute(current, now);
      of = current;
      until = now.plus(KEPT);
    }
    return last;
  }

  private Optional<EffectReport> compute(Split current, Instant now) {
    Instant earliest = now.minus(COMPARED);
    Instant began = began(current, now);
    Instant since = began.isAfter(earliest) ? began : earliest;
    List<LoadSum> sums = rows.sums(since, MOST_SUMS);
    boolean sampled = sums.size() == MOST_SUMS;
    if (sampled) {
      UUID cutOff = sums.get(MOST_SUMS - 1).account();
      sums = sums.stream().filter(s -> !s.account().equals(cutOff)).toList();
    }
    return LoadTimes.compare(
            sums.stream().map(EffectDesk::cell).toList(),
            rows.counts(since).stream().map(EffectDesk::bin).toList(),
            new SplittableRandom(SEED))
        .map(c -> new EffectReport(since, now, current.name(), sampled, c));
  }

  /** Two nodes may see the first split at the same moment; one of them then finds it there. */
  private Instant began(Split current, Instant now) {
    try {
      return rows.splitBegan(current.name(), current.share(), now);
    } catch (EJBException e) {
      return rows.splitBegan(current.name(), current.share(), now);
    }
  }

  private static LoadTimes.Cell cell(LoadSum sum) {
    return new LoadTimes.Cell(
        sum.account(),
        sum.page(),
        sum.ahead(),
        sum.loads(),
        sum.logSum(),
        new LoadTimes.Cost(sum.answered(), sum.hits(), sum.calls(), sum.aheadCalls()));
  }

  private static LoadTimes.Bin bin(LoadCount count) {
    double millis = Math.exp((count.step() + 0.5) / LoadCount.STEPS) - 1;
    return new LoadTimes.Bin(count.ahead(), millis, count.loads());
  }
}
