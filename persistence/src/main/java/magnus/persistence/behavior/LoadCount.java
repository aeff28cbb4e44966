package magnus.persistence.behavior;

/**
 * How many loads took about so long.
 *
 * @param step logarithm of milliseconds + 1 in steps of one {@value #STEPS}th, rounded down
 */
public record LoadCount(boolean ahead, int step, long loads) {

  /** Steps of a logarithm of 1: each is 5 % longer than the one before. */
  public static final int STEPS = 20;
}
