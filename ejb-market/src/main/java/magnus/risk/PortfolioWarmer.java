package magnus.risk;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import magnus.basics.problem.Refusal;
import magnus.cache.Warmer;
import magnus.cache.Warming;
import magnus.identity.Sessions;

/** Wants the portfolios of users who were here in the last days, and quotes of what they hold. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PortfolioWarmer implements Warmer {

  private static final Duration ACTIVE = Duration.ofDays(5);
  private static final int MOST_USERS = 1_000;

  @Inject private Warming warming;
  @Inject private PortfolioShelves shelves;
  @EJB private Sessions sessions;

  @PostConstruct
  void start() {
    warming.register(this);
  }

  @Override
  public String name() {
    return "portfolios of active users";
  }

  @Override
  public List<Wanted> wanted(Instant asOf) {
    Map<String, Wanted> all = new LinkedHashMap<>();
    for (UUID user : sessions.active(ACTIVE, MOST_USERS)) {
      for (Wanted one : mine(user, asOf)) {
        all.merge(
            one.shelf() + "/" + one.key(),
            one,
            (a, b) -> new Wanted(a.shelf(), a.key(), a.hits() + b.hits()));
      }
    }
    return new ArrayList<>(all.values());
  }

  private List<Wanted> mine(UUID user, Instant asOf) {
    try {
      return shelves.wantedBy(user, asOf);
    } catch (Refusal e) {
      return List.of();
    }
  }
}
