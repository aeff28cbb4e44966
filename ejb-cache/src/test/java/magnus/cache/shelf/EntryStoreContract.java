package magnus.cache.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import magnus.cache.Codec;
import magnus.cache.Ingredient;
import magnus.cache.freshness.Lifespan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store promises. */
public abstract class EntryStoreContract {

  protected static final Codec<String> TEXT = Codec.json(String.class);
  protected static final Instant AS_OF = Instant.parse("2024-03-05T15:00:00.123456789Z");
  public static final Duration LONG = Duration.ofMinutes(5);

  private final List<String> heard = new CopyOnWriteArrayList<>();
  private EntryStore<String> store;

  /** A store with nothing in it, which nobody watches yet. */
  protected abstract EntryStore<String> empty() throws Exception;

  public static Entry<String> entry(String text) {
    return entry(text, Duration.ofMinutes(1));
  }

  /** An entry with every part of it filled. */
  public static Entry<String> entry(String text, Duration lifespan) {
    return new Entry<>(
        text,
        TEXT.encode(text),
        AS_OF,
        new Lifespan(
            lifespan,
            "rule",
            List.of(
                new Lifespan.Factor("base", "60 s", "NEWS", "setting", 0, Duration.ofSeconds(60)),
                new Lifespan.Factor(
                    "volatility", "× 0.5", "3.1 %", "VIX, 2024-03-04", 86_400, lifespan))),
        Set.of(Ingredient.symbol("AAPL"), Ingredient.WHOLE_MARKET),
        "v-" + text,
        Duration.ofMillis(17),
        "a",
        "request");
  }

  /** Counts an entry as served. */
  public static void serve(Entry<String> entry, int times) {
    for (int i = 0; i < times; i++) {
      entry.touch();
    }
  }

  @BeforeEach
  void open() throws Exception {
    store = empty();
    store.watch(
        new EntryStore.Witness<>() {
          @Override
          public void stored(String key, Entry<String> entry) {
            heard.add(key + " has " + entry.value() + here(key));
          }

          @Override
          public void gone(String key, EntryStore.Departure how) {
            heard.add(key + " " + how + here(key));
          }

          private String here(String key) {
            Entry<String> now = store.findHere(key);
            return now == null ? "" : " and it is there";
          }
        });
    heard.clear();
  }

  @Test
  void givesBackWhatWasPutWithItsHistory() {
    assertThat(store.find("k")).isNull();
    Entry<String> put = entry("one");
    store.put("k", put, LONG);
    Entry<String> found = Objects.requireNonNull(store.find("k"));
    assertThat(found.value()).isEqualTo("one");
    assertThat(found.bytes()).isEqualTo(put.bytes());
    assertThat(found.asOf()).isEqualTo(AS_OF);
    assertThat(found.lifespan()).isEqualTo(put.lifespan());
    assertThat(found.madeFrom()).isEqualTo(put.madeFrom());
    assertThat(found.version()).isEqualTo("v-one");
    assertThat(found.loadTime()).isEqualTo(Duration.ofMillis(17));
    assertThat(found.loadedBy()).isEqualTo("a");
    assertThat(found.loadedFor()).isEqualTo("request");
    assertThat(store.keys()).containsExactly("k");
    assertThat(store.size()).isEqualTo(1);
  }

  @Test
  void oneAndTheSameEntryIsFoundUntilItIsReplaced() {
    store.put("k", entry("one"), LONG);
    Entry<String> first = Objects.requireNonNull(store.find("k"));
    first.touch();
    assertThat(store.find("k")).isSameAs(first);
    assertThat(store.findHere("k")).isSameAs(first);
    store.put("k", entry("two"), LONG);
    assertThat(Objects.requireNonNull(store.find("k")).value()).isEqualTo("two");
    assertThat(Objects.requireNonNull(store.find("k")).accesses()).isZero();
    assertThat(store.size()).isEqualTo(1);
  }

  @Test
  void removesAndSaysWhetherSomethingWasThere() {
    store.put("k", entry("one"), LONG);
    assertThat(store.remove("k")).isTrue();
    assertThat(store.find("k")).isNull();
    assertThat(store.remove("k")).isFalse();
    assertThat(store.keys()).isEmpty();
    assertThat(store.size()).isZero();
  }

  @Test
  void removesAnEntryThatWasJudgedAndNotItsSuccessor() {
    store.put("k", entry("one"), LONG);
    Entry<String> judged = Objects.requireNonNull(store.find("k"));
    store.put("k", entry("two"), LONG);
    assertThat(store.remove("k", judged)).isFalse();
    Entry<String> now = Objects.requireNonNull(store.find("k"));
    assertThat(now.value()).isEqualTo("two");
    assertThat(store.remove("k", now)).isTrue();
    assertThat(store.find("k")).isNull();
    assertThat(store.remove("k", now)).isFalse();
  }

  @Test
  void theWitnessHearsBeforeTheDoingReturns() {
    store.put("k", entry("one"), LONG);
    store.put("k", entry("two"), LONG);
    store.remove("k");
    assertThat(heard)
        .containsExactly("k has one and it is there", "k has two and it is there", "k REMOVED");
  }

  @Test
  void theWitnessOfManyWritersKnowsInTheEndWhatIsThere() throws Exception {
    List<Thread> writers = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      int writer = t;
      writers.add(
          new Thread(
              () -> {
                for (int i = 0; i < 100; i++) {
                  String key = "k" + i % 7;
                  if ((i + writer) % 3 == 0) {
                    store.remove(key);
                  } else {
                    store.put(key, entry(writer + "-" + i), LONG);
                  }
                }
              }));
    }
    writers.forEach(Thread::start);
    for (Thread writer : writers) {
      writer.join();
    }
    for (int i = 0; i < 7; i++) {
      String key = "k" + i;
      Entry<String> now = store.find(key);
      String last = heard.stream().filter(h -> h.startsWith(key + " ")).reduce((a, b) -> b).get();
      if (now == null) {
        assertThat(last).isEqualTo(key + " REMOVED");
      } else {
        assertThat(last).contains("is there");
      }
    }
    assertThat(store.size()).isEqualTo(store.keys().size());
  }
}
