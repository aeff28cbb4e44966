package magnus.systemtests.server;

import java.net.URI;

/** Where a server under test listens. */
public record ServerAddress(int offset) {

  /** Passwords that the shared server is started with. */
  public static final String DEMO_PASSWORD = "demo-for-system-tests";

  public static final String ADMIN_PASSWORD = "admin-for-system-tests";

  /** The server that all tests share. */
  public static ServerAddress shared() {
    return new ServerAddress(Integer.getInteger("server.offset", 2000));
  }

  public URI http(String path) {
    return URI.create("http://127.0.0.1:" + (8080 + offset) + path);
  }

  public URI management(String path) {
    return URI.create("http://127.0.0.1:" + (9990 + offset) + path);
  }
}
