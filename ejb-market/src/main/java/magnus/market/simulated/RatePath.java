package magnus.market.simulated;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import magnus.basics.time.FedMeeting;
import magnus.basics.time.FedMeetings;
import magnus.market.simulated.RandomStream.Purpose;

/**
 * Interest rates: a policy rate that moves in quarter points at Fed meetings towards a slowly
 * wandering target, a bill rate just below it, and a mean-reverting ten-year yield.
 */
final class RatePath {

  private static final long SUBJECT = RandomStream.subject("rates");
  private static final double STEP = 0.0025;

  private double target = 0.004;
  private double policy = 0.00125;
  private double tenYear = 0.0365;
  private int year;
  private final Set<LocalDate> meetings = new HashSet<>();

  /** Annual, fraction. */
  double billRate() {
    return Math.max(0.0003, policy - 0.0005);
  }

  /** Annual, fraction. */
  double tenYear() {
    return tenYear;
  }

  /** Before the market's step: what is earned today was fixed the evening before. */
  void begin(DayFactors today) {
    today.riskFree = billRate() / MarketFactor.YEAR;
  }

  /** After the market's step: falling stocks send money into bonds. */
  void step(DayFactors today) {
    RandomStream random = new RandomStream(today.seed, SUBJECT, today.day, Purpose.RATES);
    target += 0.0006 * (0.0255 - target) + 0.00055 * random.nextGaussian();
    double shock =
        (today.marketOvernight + today.marketIntraday) / today.marketVolatility * 0.3
            + 0.95 * random.nextGaussian();
    double anchor = 0.6 * Math.max(0, target) + 0.4 * policy + 0.011;
    double change = 0.003 * (anchor - tenYear) + 0.00045 * shock;
    if (tenYear + change < 0.003) {
      change = 0.003 - tenYear;
    }
    tenYear += change;
    today.tenYearChange = change;
    today.tenYearYield = tenYear;
    if (isMeeting(LocalDate.ofEpochDay(today.day))) {
      double gap = target - policy;
      double chance = Math.min(0.9, Math.abs(gap) / 0.01);
      if (Math.abs(gap) > STEP / 2 && random.nextDouble() < chance) {
        double steps = Math.abs(gap) > 0.012 ? 2 : 1;
        policy = Math.max(0.00125, policy + Math.signum(gap) * steps * STEP);
      }
    }
  }

  private boolean isMeeting(LocalDate date) {
    if (date.getYear() != year) {
      year = date.getYear();
      meetings.clear();
      LocalDate first = LocalDate.of(year, 1, 1);
      for (FedMeeting m :
          FedMeetings.published().between(first, LocalDate.of(year, 12, 31), first)) {
        meetings.add(m.date());
      }
    }
    return meetings.contains(date);
  }
}
