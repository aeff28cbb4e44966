package magnus.recommendation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a source would recommend.
 *
 * @param kind in capitals with underscores ({@code CONCENTRATION})
 * @param subject what it is about: a symbol, a sector; with the direction it names the action,
 *     whatever kind dresses it
 * @param portfolio whose; null for none
 * @param title in plain words
 * @param benefit expected for this user
 * @param evidence how sure the benefit is, 0 to 1: 1 where it does not hang on an estimate
 * @param risk that following it adds, 0 to 1
 * @param effort 0 for one order, 1 for many
 * @param taxBurden share of the amount moved that becomes due as tax, 0 to 1
 * @param reasons at least one
 * @param changesMind what would make the advice wrong
 * @param expires market time after which it is not shown
 * @param legs for the follow-up; empty where it cannot be followed
 * @param href page of the portal where the user can look closer
 */
public record Candidate(
    String kind,
    String subject,
    Direction direction,
    @Nullable UUID portfolio,
    String title,
    Benefit benefit,
    double evidence,
    double risk,
    double effort,
    double taxBurden,
    List<Reason> reasons,
    List<String> changesMind,
    Instant expires,
    List<Leg> legs,
    String href) {

  public Candidate {
    reasons = List.copyOf(reasons);
    changesMind = List.copyOf(changesMind);
    legs = List.copyOf(legs);
    if (reasons.isEmpty()) {
      throw new IllegalArgumentException("'" + title + "' gives no reason");
    }
    if (!kind.matches("[A-Z][A-Z_]{0,59}")) {
      throw new IllegalArgumentException("kind '" + kind + "' is not like CONCENTRATION");
    }
  }

  /** What would be done to what, where. */
  public String action() {
    return direction + " " + subject + " " + (portfolio == null ? "" : portfolio);
  }
}
