package magnus.portfolio.tax;

import java.util.List;
import java.util.Set;
import magnus.portfolio.OptionContract;

/**
 * What counts as "substantially identical", the words of 26 USC 1091, which no rule defines to the
 * end.
 *
 * <p>Always: the same shares; an option to acquire them where shares were sold at a loss; the same
 * contract where an option was. Shares bought after an option's loss are not, since they are no
 * option. Further groups are the owner's own judgement, such as two funds on one index.
 *
 * @param groups tickers that he takes as one; a ticker stands in one group at most
 * @param options which options wash an option's loss
 */
public record Identity(List<Set<String>> groups, Options options) {

  /** Which options count as the one that was sold. */
  public enum Options {
    /** Strike, expiry and right the same. */
    SAME_CONTRACT,
    /** Any of the same right on the same shares: the careful reading. */
    SAME_RIGHT
  }

  /** The same shares and the same contracts, and nothing else. */
  public static final Identity STRICT = new Identity(List.of(), Options.SAME_CONTRACT);

  public Identity {
    groups = groups.stream().map(Set::copyOf).toList();
    long all = groups.stream().mapToLong(Set::size).sum();
    if (groups.stream().flatMap(Set::stream).distinct().count() != all) {
      throw new IllegalArgumentException("a ticker stands in two of the groups " + groups);
    }
  }

  boolean sameShares(String one, String other) {
    return one.equals(other)
        || groups.stream().anyMatch(group -> group.contains(one) && group.contains(other));
  }

  boolean sameOption(OptionContract one, OptionContract other) {
    if (one.right() != other.right() || !sameShares(one.underlying(), other.underlying())) {
      return false;
    }
    return options == Options.SAME_RIGHT
        || one.underlying().equals(other.underlying())
            && one.expiry().equals(other.expiry())
            && one.strike().compareTo(other.strike()) == 0;
  }
}
