package magnus.systemtests.identity;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import magnus.basics.json.Json;

/**
 * A stand-in for an OpenID provider such as Keycloak: discovery, authorization code flow, tokens
 * signed by RS256, its keys as JWKS. Whoever comes is signed in at once as the person set.
 */
final class StandInProvider implements AutoCloseable {

  private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
  private static final String KEY_ID = "stand-in";

  private final HttpServer server;
  private final KeyPair keys;
  private final Map<String, String> nonces = new ConcurrentHashMap<>();
  private volatile String subject = "";
  private volatile String name = "";
  private volatile List<String> roles = List.of();

  StandInProvider() throws IOException, GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    keys = generator.generateKeyPair();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/.well-known/openid-configuration", this::discovery);
    server.createContext("/authorize", this::authorize);
    server.createContext("/token", this::token);
    server.createContext("/keys", this::keys);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Who is signed in from now on. */
  void person(String itsSubject, String itsName, List<String> itsRoles) {
    subject = itsSubject;
    name = itsName;
    roles = itsRoles;
  }

  private void discovery(HttpExchange exchange) throws IOException {
    answer(
        exchange,
        Map.of(
            "issuer",
            url(),
            "authorization_endpoint",
            url() + "/authorize",
            "token_endpoint",
            url() + "/token",
            "jwks_uri",
            url() + "/keys",
            "end_session_endpoint",
            url() + "/logout",
            "response_types_supported",
            List.of("code"),
            "subject_types_supported",
            List.of("public"),
            "id_token_signing_alg_values_supported",
            List.of("RS256")));
  }

  private void authorize(HttpExchange exchange) throws IOException {
    Map<String, String> query = form(exchange.getRequestURI().getRawQuery());
    String code = UUID.randomUUID().toString();
    nonces.put(code, query.getOrDefault("nonce", ""));
    URI back = URI.create(query.get("redirect_uri"));
    String joint = back.getQuery() == null ? "?" : "&";
    exchange
        .getResponseHeaders()
        .set("Location", back + joint + "code=" + code + "&state=" + query.get("state"));
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private void token(HttpExchange exchange) throws IOException {
    Map<String, String> form =
        form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    String nonce = nonces.remove(form.getOrDefault("code", ""));
    if (nonce == null) {
      exchange.sendResponseHeaders(400, -1);
      exchange.close();
      return;
    }
    answer(
        exchange,
        Map.of(
            "access_token", signed("Bearer", nonce),
            "id_token", signed("ID", nonce),
            "refresh_token", signed("Refresh", nonce),
            "token_type", "Bearer",
            "expires_in", 300));
  }

  private void keys(HttpExchange exchange) throws IOException {
    RSAPublicKey key = (RSAPublicKey) keys.getPublic();
    answer(
        exchange,
        Map.of(
            "keys",
            List.of(
                Map.of(
                    "kty",
                    "RSA",
                    "use",
                    "sig",
                    "alg",
                    "RS256",
                    "kid",
                    KEY_ID,
                    "n",
                    URL.encodeToString(unsigned(key.getModulus().toByteArray())),
                    "e",
                    URL.encodeToString(unsigned(key.getPublicExponent().toByteArray()))))));
  }

  private String signed(String type, String nonce) throws IOException {
    long now = Clock.systemUTC().instant().getEpochSecond();
    Map<String, Object> claims = new HashMap<>();
    claims.put("iss", url());
    claims.put("sub", subject);
    claims.put("aud", "magnus");
    claims.put("azp", "magnus");
    claims.put("typ", type);
    claims.put("iat", now);
    claims.put("exp", now + 300);
    claims.put("jti", UUID.randomUUID().toString());
    claims.put("preferred_username", name);
    claims.put("realm_access", Map.of("roles", roles));
    if (!nonce.isEmpty()) {
      claims.put("nonce", nonce);
    }
    String head = part(Map.of("alg", "RS256", "typ", "JWT", "kid", KEY_ID)) + "." + part(claims);
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(keys.getPrivate());
      signature.update(head.getBytes(StandardCharsets.US_ASCII));
      return head + "." + URL.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  private static String part(Map<String, ?> content) throws IOException {
    return URL.encodeToString(Json.mapper().writeValueAsBytes(content));
  }

  private static byte[] unsigned(byte[] number) {
    return number[0] == 0 ? Arrays.copyOfRange(number, 1, number.length) : number;
  }

  private static Map<String, String> form(String text) {
    Map<String, String> all = new HashMap<>();
    for (String pair : text.split("&")) {
      String[] parts = pair.split("=", 2);
      all.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return all;
  }

  private static void answer(HttpExchange exchange, Map<String, ?> content) throws IOException {
    byte[] bytes = Json.mapper().writeValueAsBytes(content);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
