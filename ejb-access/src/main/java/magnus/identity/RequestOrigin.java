package magnus.identity;

/**
 * Where a request came from, for throttling and audit.
 *
 * @param address of the client, as the server knows it
 * @param agent what the client calls itself; cut to 200 characters
 */
public record RequestOrigin(String address, String agent) {

  private static final int MOST_ADDRESS = 64;
  private static final int MOST_AGENT = 200;

  public RequestOrigin {
    address = cut(address, MOST_ADDRESS);
    agent = cut(agent, MOST_AGENT);
  }

  /** The server itself. */
  public static RequestOrigin server() {
    return new RequestOrigin("server", "");
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most);
  }
}
