package magnus.identity;

import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
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

  private static final int TRIES = 3;

  @Inject AttemptCounter counter;
  @Inject AccessConfig config;

  /**
   * Counts an attempt.
   *
   * @return how many more on this name are free of a wait
   * @throws Refusal 429 while attempts have to wait
   */
  public int admit(String name, String address) {
    count(Bucket.ofAddress(address), config.get(AccessSettings.FREE_ATTEMPTS_BY_ADDRESS));
    int free = config.get(AccessSettings.FREE_ATTEMPTS);
    return Math.max(0, free - count(Bucket.ofName(name), free));
  }

  /** Takes an attempt back that was right: the name starts anew, the address gets its one back. */
  public void succeeded(String name, String address) {
    counter.forget(Bucket.ofName(name));
    counter.giveBack(Bucket.ofAddress(address));
  }

  private int count(String bucket, int free) {
    for (int attempt = 1; ; attempt++) {
      try {
        return counter.count(bucket, free);
      } catch (EJBException collision) {
        // Two nodes made the bucket at once; the row is there now.
        if (attempt == TRIES) {
          throw collision;
        }
      }
    }
  }
}
