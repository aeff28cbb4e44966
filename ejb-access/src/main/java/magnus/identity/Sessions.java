package magnus.identity;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import magnus.basics.problem.Refusal;
import magnus.basics.time.WallClock;
import magnus.identity.secret.Secret;
import magnus.persistence.identity.SessionRepository;
import magnus.persistence.identity.SignInSession;
import magnus.persistence.identity.VisitRepository;

/** Browser sessions: they outlive the server's restarts, and any node knows them. */
@Stateless
public class Sessions {

  /** Use is noted no more often than this, so that reading costs no write each time. */
  private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

  private static final UUID NONE = new UUID(0, 0);

  @Inject SessionRepository sessions;
  @Inject VisitRepository visits;
  @Inject AccessConfig config;
  @Inject WallClock clock;
  @Inject AuditLog audit;

  /** The session of a cookie's secret, if it still counts; it counts as used now. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<Session> find(String secret) {
    Instant now = clock.instant();
    Optional<SignInSession> found =
        sessions.findBySecretHash(Secret.digest(secret)).filter(s -> counts(s, now));
    found.filter(s -> s.lastSeenAt().plus(NOTED_EVERY).isBefore(now)).ifPresent(s -> note(s, now));
    return found.map(this::view);
  }

  private void note(SignInSession session, Instant now) {
    Instant before = session.lastSeenAt();
    if (sessions.seen(session.id(), before, now)) {
      Instant pauseBegan = now.minus(Usage.PAUSE);
      visits.note(
          session.account().id(),
          session.id(),
          before.isBefore(pauseBegan) ? now : before,
          pauseBegan,
          now);
    }
  }

  /** What the browser sends beside the cookie with whatever changes something. */
  public String csrf(String secret) {
    return Secret.derive(secret, "magnus-csrf");
  }

  /** Whether that is what belongs to the cookie's secret. */
  public boolean isCsrf(String secret, String offered) {
    return Secret.same(csrf(secret), offered);
  }

  /** The caller's sessions, newest first. */
  public List<Session> of(Caller caller) {
    Instant now = clock.instant();
    return sessions.ofAccount(caller.id(), now.minus(idle()), now).stream()
        .map(this::view)
        .toList();
  }

  /**
   * Accounts whose browsers were seen lately, the last seen first.
   *
   * @param within how long ago at most, by the wall clock
   */
  public List<UUID> active(Duration within, int most) {
    return sessions.seenSince(clock.instant().minus(within), most);
  }

  /**
   * Ends a session of the caller.
   *
   * @throws Refusal 404 when he has none of that id
   */
  public void end(Caller caller, UUID id, RequestOrigin origin) {
    if (!sessions.remove(id, caller.id())) {
      throw Refusal.unknown("session", id);
    }
    audit.done(caller.name(), "sign-out", "session " + id, origin);
  }

  /** Ends all sessions of the account but that one, which may be none. */
  public void endAll(UUID account, Optional<UUID> except) {
    sessions.removeAll(account, except.orElse(NONE));
  }

  private boolean counts(SignInSession session, Instant now) {
    return view(session).endsAt().isAfter(now) && session.account().isEnabled();
  }

  private Duration idle() {
    return config.get(AccessSettings.SESSION_IDLE);
  }

  private Session view(SignInSession session) {
    return SessionRecords.session(session, idle());
  }
}
