package magnus.recommendation.income;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import magnus.market.OptionChain.Right;
import magnus.options.Opportunity;
import magnus.options.OpportunityKind;
import magnus.options.RollSuggestion;
import magnus.options.pricing.BlackScholes;
import magnus.recommendation.Benefit;
import magnus.recommendation.Candidate;
import magnus.recommendation.Direction;
import magnus.recommendation.Profile;
import magnus.recommendation.Reason;

/** Candidates from options of one portfolio in dollars. What is worth nothing is not offered. */
public final class IncomeAdvice {

  public static final String CALL = "COVERED_CALL";
  public static final String PUT = "CASH_SECURED_PUT";
  public static final String ROLL = "ROLL_OPTION";

  private static final int SHARES = 100;
  private static final double DAYS = 365;
  private static final Duration LASTS = Duration.ofDays(2);

  private final UUID portfolio;
  private final String name;
  private final double value;
  private final Profile profile;
  private final double rate;
  private final Instant asOf;

  /**
   * @param value of the portfolio in dollars
   * @param rate risk-free, per year, compounded continuously
   */
  public IncomeAdvice(
      UUID portfolio, String name, double value, Profile profile, double rate, Instant asOf) {
    this.portfolio = portfolio;
    this.name = name;
    this.value = value;
    this.profile = profile;
    this.rate = rate;
    this.asOf = asOf;
  }

  /** Calls on all shares that are free; empty where these are worth nothing to this user. */
  public Optional<Candidate> call(Opportunity o) {
    int contracts = (int) (o.held() / SHARES);
    return contracts == 0 ? Optional.empty() : sale(o, contracts, CALL, 0);
  }

  /**
   * One put or more, as cash and the weight that this user bears in one name allow.
   *
   * @param cash that is free, in dollars
   * @param held of the underlying, in dollars
   */
  public Optional<Candidate> put(Opportunity o, double cash, double held) {
    double room = Math.min(cash, profile.riskTolerance().mostInOne() * value - held);
    int contracts = (int) (room / o.collateral());
    if (contracts < 1) {
      return Optional.empty();
    }
    // The variance that its delta adds, on its own, until expiry.
    double exposure = Math.abs(o.delta()) * o.spot() * SHARES * contracts / value;
    double risk =
        0.5
            * profile.riskTolerance().aversion()
            * Math.pow(exposure * o.realised(), 2)
            * value
            * (o.days() / DAYS);
    return sale(o, contracts, PUT, risk);
  }

  private Optional<Candidate> sale(Opportunity o, int contracts, String kind, double risk) {
    if (!(o.realised() > 0)) {
      return Optional.empty();
    }
    boolean isCall = o.kind() == OpportunityKind.COVERED_CALL;
    double years = o.days() / DAYS;
    SoldPremium premium =
        SoldPremium.of(
                o.credit(),
                v -> BlackScholes.value(o.kind().right(), o.spot(), o.strike(), years, rate, v),
                o.realised())
            .times((double) SHARES * contracts, kept())
            .less(risk);
    if (!(premium.middle() > 0)) {
      return Optional.empty();
    }
    double credit = o.credit() * SHARES * contracts;
    String what = contracts + " " + o.symbol() + (isCall ? " call" : " put");
    String title =
        String.format(
            Locale.ROOT,
            "Sell %s at %s until %s for %s",
            contracts == 1 ? what : what + "s",
            IncomeWords.strike(o.strike()),
            o.expiry(),
            IncomeWords.dollars(credit));
    List<Reason> reasons = new ArrayList<>();
    reasons.add(
        isCall
            ? new Reason(
                "So many shares of "
                    + name
                    + " are covered by no call; called away they bring "
                    + IncomeWords.strike(o.strike())
                    + " each and the premium.",
                String.format(Locale.ROOT, "%.0f", o.held()),
                "/api/portfolio/" + portfolio + "/holdings")
            : new Reason(
                "Cash waits for shares that you hold already; assigned, they cost "
                    + IncomeWords.strike(o.breakEven())
                    + " each instead of "
                    + IncomeWords.strike(o.spot())
                    + ".",
                IncomeWords.dollars(o.collateral() * contracts),
                "/api/portfolio/" + portfolio + "/holdings#cash"));
    reasons.add(
        new Reason(
            "The market pays for more swing than there was in the last sixty sessions ("
                + IncomeWords.percent(o.realised())
                + ").",
            IncomeWords.percent(o.volatility()),
            "/api/agents/options/analyze?symbol=" + o.symbol()));
    reasons.add(
        new Reason(
            "It is assigned with this chance. " + o.worstCase(),
            IncomeWords.percent(o.assignmentChance()),
            "/api/agents/options/top?symbols=" + o.symbol()));
    return Optional.of(
        candidate(
            kind,
            o.symbol(),
            Direction.INCOME,
            title,
            premium,
            isCall ? 0.15 : 0.6,
            reasons,
            List.of(o.changesMind()),
            "/options?symbol=" + o.symbol()));
  }

  /**
   * The best roll of a sold option that wants attention.
   *
   * @param realised volatility of the underlying, per year
   */
  public Optional<Candidate> roll(RollSuggestion s, double realised) {
    if (!s.urgent() || s.rolls().isEmpty() || !(realised > 0)) {
      return Optional.empty();
    }
    RollSuggestion.Roll roll = s.rolls().get(0);
    SoldPremium premium =
        SoldPremium.of(
                roll.credit(),
                v ->
                    worth(s.right(), s.spot(), roll.strike(), roll.days(), v)
                        - worth(s.right(), s.spot(), s.strike(), s.days(), v),
                realised)
            .times(SHARES * s.contracts(), kept());
    if (!(premium.middle() > 0)) {
      return Optional.empty();
    }
    String contract = IncomeWords.contract(s.symbol(), s.expiry(), s.strike(), s.right());
    return Optional.of(
        candidate(
            ROLL,
            contract,
            Direction.ROLL,
            String.format(
                Locale.ROOT,
                "Roll the sold %s to %s until %s for %s",
                contract,
                IncomeWords.strike(roll.strike()),
                roll.expiry(),
                IncomeWords.dollars(roll.credit() * SHARES * s.contracts())),
            premium,
            0.2,
            List.of(
                new Reason(
                    s.reason(),
                    s.days() + " days",
                    "/api/agents/options/rolls?portfolio=" + portfolio),
                new Reason(
                    "The new option is assigned with this chance. " + roll.worstCase(),
                    IncomeWords.percent(roll.assignmentChance()),
                    "/api/agents/options/rolls?portfolio=" + portfolio)),
            List.of(roll.changesMind(), "You would rather be assigned."),
            "/?portfolio=" + portfolio));
  }

  private double worth(Right right, double spot, double strike, int days, double volatility) {
    return BlackScholes.value(right, spot, strike, days / DAYS, rate, volatility);
  }

  /** Share of a premium that is left after tax: it is a short-term gain, whenever it ends. */
  private double kept() {
    return profile.taxed() ? 1 - profile.shortRate() : 1;
  }

  private Candidate candidate(
      String kind,
      String subject,
      Direction direction,
      String title,
      SoldPremium premium,
      double risk,
      List<Reason> reasons,
      List<String> changesMind,
      String href) {
    return new Candidate(
        kind,
        subject,
        direction,
        portfolio,
        title,
        new Benefit(
            IncomeWords.money(premium.middle()),
            IncomeWords.money(premium.low()),
            IncomeWords.money(premium.high()),
            "USD",
            "What the sale brings beyond what the options are worth if the shares swing as in the"
                + " last sixty sessions, for this one sale, after tax"
                + (kind.equals(PUT) ? ", less the risk that it adds" : "")
                + "; low and high by two standard errors of that volatility."),
        Math.min(1, Math.max(0, premium.low() / premium.middle())),
        risk,
        0,
        0,
        reasons,
        changesMind,
        asOf.plus(LASTS),
        List.of(),
        href);
  }
}
