package magnus.identity.throttle;

import java.util.Arrays;
import java.util.Locale;
import magnus.identity.secret.Secret;

/** What attempts are counted by; texts of at most 80 characters. */
public final class Bucket {

  private static final int IPV6_GROUPS = 8;

  private Bucket() {}

  /**
   * By name, known or not. Digested, since people type passwords into the wrong field, and since a
   * name that is tried may be of any length.
   */
  public static String ofName(String name) {
    return "name:" + Secret.digest(name.toLowerCase(Locale.ROOT));
  }

  /** By address; IPv6 by its first 64 bits, since one subscriber has all that follow. */
  public static String ofAddress(String address) {
    if (!address.contains(":")) {
      return "address:" + address;
    }
    String plain = address.contains("%") ? address.substring(0, address.indexOf('%')) : address;
    return "address:" + String.join(":", Arrays.asList(groups(plain)).subList(0, 4)) + "::/64";
  }

  private static String[] groups(String address) {
    String[] halves = address.split("::", 2);
    String[] head = halves[0].isEmpty() ? new String[0] : halves[0].split(":");
    String[] tail = halves.length < 2 || halves[1].isEmpty() ? new String[0] : halves[1].split(":");
    String[] all = new String[IPV6_GROUPS];
    Arrays.fill(all, "0");
    System.arraycopy(head, 0, all, 0, Math.min(head.length, IPV6_GROUPS));
    int from = Math.max(0, IPV6_GROUPS - tail.length);
    System.arraycopy(tail, 0, all, from, Math.min(tail.length, IPV6_GROUPS));
    return all;
  }
}
