package magnus.portal.cache;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import magnus.basics.json.Json;
import magnus.basics.time.Rounds;
import magnus.cache.CacheDesk;
import magnus.cache.CacheSnapshot;
import magnus.portal.WebLog;
import magnus.portal.stream.Broadcast;
import magnus.portal.stream.Entitlements;
import org.jspecify.annotations.Nullable;

/**
 * Shows the shelves to administrators every two seconds; costs next to nothing where none looks.
 */
@ApplicationScoped
public class CacheLive {

  private static final Duration BETWEEN = Duration.ofSeconds(2);
  // Every six seconds and after a minute, in turns.
  private static final int CHECK = 3;
  private static final int STALL = 30;

  @Inject private CacheDesk desk;
  @Inject private Entitlements entitlements;
  @Resource private ManagedExecutorService threads;
  @Resource private ManagedThreadFactory factory;

  private final AtomicLong sequence = new AtomicLong();
  private @Nullable Broadcast broadcast;
  private Rounds rounds;

  @PostConstruct
  void start() {
    Broadcast made = new Broadcast(threads, CHECK, STALL);
    broadcast = made;
    rounds = new Rounds(factory);
    rounds.every(BETWEEN, () -> turn(made), e -> WebLog.LOG.cacheNotShown(e.toString()));
  }

  @PreDestroy
  void stop() {
    rounds.stop();
  }

  /** Opens a stream for the request's caller, until he is no administrator any more. */
  void open(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (broadcast != null) {
      long number = sequence.incrementAndGet();
      broadcast.open(
          entitlements.ofAdministrator(request),
          Long.toString(number),
          picture(number),
          request,
          response);
    }
  }

  private void turn(Broadcast shown) {
    if (shown.isWatched()) {
      long number = sequence.incrementAndGet();
      shown.show(Long.toString(number), picture(number));
    }
  }

  private String picture(long number) {
    CacheSnapshot snapshot = desk.snapshot();
    ObjectNode event = Json.mapper().createObjectNode();
    event.put("type", "snapshot").put("sequence", number).put("at", snapshot.at().toString());
    event.setAll((ObjectNode) Json.mapper().valueToTree(snapshot));
    try {
      return Json.mapper().writeValueAsString(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a snapshot cannot be written", e);
    }
  }
}
