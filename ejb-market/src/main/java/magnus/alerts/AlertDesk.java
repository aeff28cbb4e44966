package magnus.alerts;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import magnus.alerts.rule.Finding;
import magnus.basics.problem.Refusal;
import magnus.basics.time.MarketClock;
import magnus.basics.time.TradingCalendar;
import magnus.basics.time.WallClock;
import magnus.identity.Caller;
import magnus.market.MarketData;
import magnus.market.MarketMood;
import magnus.market.MarketShelves;
import magnus.persistence.alert.AlertRepository;
import magnus.persistence.alert.StoredNotice;
import magnus.persistence.alert.StoredRule;
import magnus.portfolio.Missing;
import magnus.risk.PortfolioRisk;
import magnus.risk.PortfolioShelves;

/** Looks at rules: tells what has crossed, lets tell again what has calmed down. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AlertDesk {

  @Inject private AlertRepository rows;
  @Inject private MarketShelves quotes;
  @Inject private PortfolioShelves portfolios;
  @Inject private MarketMood mood;
  @Inject private MarketData market;
  @EJB private PortfolioRisk risk;
  @Inject private WallClock wall;
  @Inject private MarketClock clock;

  private AlertFindings findings;

  @PostConstruct
  void prepare() {
    findings = new AlertFindings(quotes, portfolios, mood, market, risk);
  }

  /** Looks at the caller's rules now. */
  public AlertCheck check(Caller caller) {
    return look(rows.rules(caller.id()).stream().filter(StoredRule::enabled).toList());
  }

  /** Looks at these rules now; one that cannot be looked at leaves the others. */
  public AlertCheck look(List<StoredRule> rules) {
    Instant asOf = clock.instant();
    List<Missing> missing = new ArrayList<>();
    int told = 0;
    for (StoredRule rule : rules) {
      try {
        told += look(rule, asOf);
      } catch (Refusal e) {
        missing.add(new Missing(words(rule), e.detail()));
      } catch (EJBException e) {
        AlertLog.LOG.ruleFailed(rule.id().toString(), e.toString());
        missing.add(new Missing(words(rule), "It could not be looked at; try again."));
      }
    }
    return new AlertCheck(asOf, rules.size(), told, missing);
  }

  private static String words(StoredRule rule) {
    return AlertWords.rule(AlertKind.valueOf(rule.kind()), rule.symbol(), rule.threshold());
  }

  private int look(StoredRule rule, Instant asOf) {
    AlertKind kind = AlertKind.valueOf(rule.kind());
    Set<String> disarmed = new HashSet<>(rows.disarmed(rule.id()));
    Set<String> still = new HashSet<>();
    Set<String> seen = new HashSet<>();
    int told = 0;
    for (Finding finding : findings.of(rule, asOf)) {
      seen.add(finding.subject());
      boolean waits = disarmed.contains(finding.subject());
      if (waits && !kind.calm(finding.figure(), rule.threshold())) {
        still.add(finding.subject());
      } else if (!waits && kind.crossed(finding.figure(), rule.threshold())) {
        told += tell(rule, finding, asOf) ? 1 : 0;
      }
    }
    String today = " " + TradingCalendar.date(asOf);
    for (String subject : disarmed) {
      // A move of today that is not found has lost its quote for a while, and is not over.
      boolean unseen =
          kind == AlertKind.ANOMALY && subject.endsWith(today) && !seen.contains(subject);
      if (!still.contains(subject) && !unseen) {
        rows.rearm(rule.id(), subject);
      }
    }
    return told;
  }

  /** Whether this call told it: another node may have been first. */
  private boolean tell(StoredRule rule, Finding finding, Instant asOf) {
    StoredNotice notice =
        new StoredNotice(
            UUID.randomUUID(),
            rule.account(),
            rule.id(),
            rule.kind(),
            finding.subject(),
            finding.title(),
            finding.body(),
            finding.figure(),
            rule.threshold(),
            asOf,
            wall.instant(),
            null);
    return rows.fire(notice, asOf.minusSeconds(rule.coolSeconds()));
  }
}
