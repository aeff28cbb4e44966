package magnus.identity;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import magnus.basics.problem.Refusal;
import magnus.identity.throttle.Bucket;

/**
 * Slows down who guesses passwords, by name and by address, on all nodes together. An attempt is
 * counted before the password is looked at, so that guesses in parallel do not slip through; one
 * that succeeds is taken back.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SignInThrottle {

  /** Without an attempt for so long a name or an address starts anew. */
  public static final Duration REMEMBERED = Duration.ofDays(1);

  @Inject AttemptCounter counter;
  @Inject AccessConfig config;

  /**
   * Counts an attempt.
   *
   * @return how many more on this name are free of a wait
   * @throws Refusal 429 while attempts have to wait
   */
  public int admit(String name, String address) {
    counter.count(Bucket.ofAddress(address), config.get(AccessSettings.FREE_ATTEMPTS_BY_ADDRESS));
    int free = freeAttempts();
    return Math.max(0, free - counter.count(Bucket.ofName(name), free));
  }

  /** How many attempts on one name are free of a wait, as set now. */
  public int freeAttempts() {
    return config.get(AccessSettings.FREE_ATTEMPTS);
  }

  /** Takes an attempt back that was right: the name starts anew, the address gets its one back. */
  public void succeeded(String name, String address) {
    counter.forget(Bucket.ofName(name));
    counter.giveBack(Bucket.ofAddress(address));
  }
}
