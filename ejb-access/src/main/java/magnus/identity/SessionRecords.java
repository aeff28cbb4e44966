package magnus.identity;

import java.time.Duration;
import java.time.Instant;
import magnus.persistence.identity.SignInSession;

/** Records made of session entities. */
final class SessionRecords {

  private SessionRecords() {}

  /**
   * @param idle time without use after which it ends
   */
  static Session session(SignInSession session, Duration idle) {
    Instant idleEnd = session.lastSeenAt().plus(idle);
    return new Session(
        session.id(),
        AccountRecords.caller(session.account()),
        session.way(),
        session.createdAt(),
        session.lastSeenAt(),
        idleEnd.isBefore(session.expiresAt()) ? idleEnd : session.expiresAt(),
        session.address(),
        session.agent());
  }
}
