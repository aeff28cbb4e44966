package magnus.identity;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import magnus.basics.time.WallClock;
import magnus.persistence.identity.StoredVisit;
import magnus.persistence.identity.VisitRepository;

/** Tells how much the portal is used; nothing of single people. */
@Stateless
public class Usages {

  private static final double SECONDS_A_MINUTE = 60;

  @Inject VisitRepository visits;
  @Inject WallClock clock;

  /** In the time that ends now. */
  public Usage within(Duration time) {
    Instant now = clock.instant();
    List<StoredVisit> all = visits.since(now.minus(time));
    double[] minutes =
        all.stream()
            .mapToDouble(
                v -> Duration.between(v.startedAt(), v.endedAt()).toSeconds() / SECONDS_A_MINUTE)
            .sorted()
            .toArray();
    int n = minutes.length;
    double median = n == 0 ? 0 : (minutes[(n - 1) / 2] + minutes[n / 2]) / 2;
    double sum = 0;
    for (double one : minutes) {
      sum += one;
    }
    int newcomers = 0;
    int retained = 0;
    for (StoredVisit whole : visits.wholes()) {
      Instant first = whole.startedAt();
      if (!first.isAfter(now.minus(Usage.RETENTION))
          && first.isAfter(now.minus(Usage.RETENTION.multipliedBy(2)))) {
        newcomers++;
        retained += whole.endedAt().isBefore(first.plus(Usage.RETENTION)) ? 0 : 1;
      }
    }
    return new Usage(
        n,
        (int) all.stream().map(StoredVisit::account).distinct().count(),
        median,
        n == 0 ? 0 : sum / n,
        newcomers,
        retained);
  }
}
