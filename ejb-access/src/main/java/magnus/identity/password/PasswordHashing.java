package magnus.identity.password;

/** Hashes passwords so that whoever steals the hashes has to work for each guess. */
public interface PasswordHashing {

  /** A hash with a new salt and today's parameters, which it names. */
  String hash(String password);

  /** Whether the password is the hash's; {@code false} also for a hash that cannot be read. */
  boolean matches(String password, String hash);

  /** Whether the hash was made with other parameters than today's. */
  boolean isOutdated(String hash);
}
