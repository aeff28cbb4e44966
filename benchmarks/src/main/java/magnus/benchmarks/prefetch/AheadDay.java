package magnus.benchmarks.prefetch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import magnus.benchmarks.cache.PageAsks;
import magnus.benchmarks.cache.ReplayDay;
import magnus.benchmarks.cache.Traffic;
import magnus.cache.DataType;
import magnus.cache.Served;
import magnus.cache.freshness.LifespanPolicy;
import magnus.prefetch.plan.Candidate;
import magnus.prefetch.plan.Decision;
import magnus.prefetch.plan.Need;
import magnus.prefetch.plan.Planned;
import magnus.prefetch.plan.Planner;
import magnus.prefetch.plan.Settlements;
import magnus.prefetch.plan.Signs;
import magnus.prefetch.plan.ThinkTime;
import magnus.prefetch.plan.Verdict;

/**
 * One day of a portal that loads ahead. When a page has settled, the product's planner decides on
 * what was predicted from it, and when a link shows a sign, on that one's page; the browser fetches
 * of it what lies on the shelves or is under way.
 */
final class AheadDay {

  private static final Planner.Conditions CALM = new Planner.Conditions(false, false, 0.3);

  /** Of a page whose address the browser has asked for. */
  private static final double CERTAIN = 0.98;

  private final ReplayDay day;
  private final Ways ways;
  private final Learned learned;
  private final Outcome outcome;
  private final AheadShelves shelves;
  private final Map<Integer, Visit> last = new HashMap<>();
  private final Map<Integer, Browser> browsers = new HashMap<>();
  private final Map<Integer, List<Shown>> signs = new HashMap<>();

  /** A sign that was given on the page in sight, and what its page had been predicted with. */
  private record Shown(Rest rest, double before) {}

  AheadDay(ReplayDay day, LifespanPolicy policy, Ways ways, Learned learned, Outcome outcome) {
    this.day = day;
    this.ways = ways;
    this.learned = learned;
    this.outcome = outcome;
    this.shelves = new AheadShelves(day, policy, outcome);
  }

  /**
   * Replays the day.
   *
   * @param said what was predicted after each visit; nothing is known of links where it is empty
   */
  void replay(List<Visit> visits, List<List<Rest>> rests, List<List<Guess>> said) {
    for (int i = 0; i < visits.size(); i++) {
      Visit visit = visits.get(i);
      shelves.until(visit.millis());
      List<Guess> guesses = said.isEmpty() ? List.of() : said.get(i);
      arrive(visit);
      int took = open(visit);
      if (ways.plans() && !guesses.isEmpty()) {
        shelves.later(visit.millis() + took, () -> plan(visit, guesses));
      }
      if (ways.signs()) {
        for (Rest rest : rests.get(i)) {
          shelves.later(rest.millis(), () -> sign(visit, rest, guesses, !said.isEmpty()));
        }
      }
    }
    shelves.until(Traffic.SECONDS * 1_000 - 1);
    settle(Instant.MAX);
    shelves.close();
  }

  private Browser browser(Visit visit) {
    return browsers.computeIfAbsent(visit.user(), u -> new Browser());
  }

  /** Learns what comes of the page before, and opens a window where there is none. */
  private void arrive(Visit visit) {
    Visit before = last.put(visit.user(), visit);
    boolean goesOn =
        before != null && visit.millis() - before.millis() <= VisitorIds.GAP.toMillis();
    if (before != null) {
      learned.stays(before.stop().page()).stayed((visit.millis() - before.millis()) / 1_000.0);
    }
    List<Shown> given = signs.remove(visit.user());
    if (given != null) {
      for (Shown one : given) {
        boolean opened = goesOn && one.rest().target().equals(visit.stop());
        learned.signs.settled(one.rest().sign(), one.before(), opened);
        if (opened) {
          learned.afterSign.stayed((visit.millis() - one.rest().millis()) / 1_000.0);
        }
      }
    }
    if (!goesOn) {
      browser(visit).opened();
      if (ways.boot()) {
        Guess here = new Guess(visit.stop(), CERTAIN);
        load(visit, List.of(here), learned.boot, visit.millis() + Latency.html());
      }
    }
    outcome.begin(!goesOn);
  }

  private int open(Visit visit) {
    int now = visit.millis() + (outcome.isFirst() ? Latency.boot() : 0);
    Browser browser = browser(visit);
    List<PageAsks.Ask> missing = new ArrayList<>();
    List<PageAsks.Ask> renewed = new ArrayList<>();
    int wait = 0;
    for (PageAsks.Ask ask : asks(visit.user(), visit.stop())) {
      OptionalInt held = browser.waits(ask, now);
      if (held.isEmpty()) {
        missing.add(ask);
        continue;
      }
      wait = Math.max(wait, held.getAsInt());
      outcome.fetchedShown(browser.isAhead(ask));
      if (browser.isStale(ask, now)) {
        renewed.add(ask);
      } else {
        if (browser.isAhead(ask)) {
          shelves.shown(ask);
        }
        browser.seen(ask);
      }
    }
    int source = fetch(missing, now);
    fetch(renewed, now);
    OptionalInt code = browser.waitsForCode(visit.stop().page(), now);
    if (!missing.isEmpty() || code.isEmpty()) {
      wait = Math.max(wait, Latency.net() + source);
    }
    wait = Math.max(wait, code.orElse(0));
    int took = now - visit.millis() + wait + Latency.paint();
    missing.forEach(ask -> browser.shown(ask, visit.millis() + took));
    renewed.forEach(ask -> browser.shown(ask, visit.millis() + took));
    browser.code(visit.stop().page(), visit.millis() + took);
    outcome.page(visit.stop().page(), took, source == 0 && wait <= Latency.net());
    return took;
  }

  /** Asks the shelves; for how long the slowest has to be waited for. */
  private int fetch(List<PageAsks.Ask> asks, int now) {
    int slowest = 0;
    List<Integer> quotes = new ArrayList<>();
    for (PageAsks.Ask ask : asks) {
      OptionalInt ready = shelves.join(ask);
      slowest = Math.max(slowest, ready.orElse(now) - now);
      if (ask.type() == DataType.QUOTE) {
        quotes.add(ask.id());
      } else {
        slowest =
            Math.max(
                slowest,
                waited(ask.type(), shelves.of(ask.type()).get(ask.id()).find().orElseThrow()));
      }
    }
    if (!quotes.isEmpty()) {
      for (var answer : shelves.of(DataType.QUOTE).getAll(quotes).values()) {
        slowest = Math.max(slowest, waited(DataType.QUOTE, answer.find().orElseThrow()));
      }
    }
    return slowest;
  }

  private static int waited(DataType type, Served<Double> served) {
    return served.how() == Served.How.LOADED ? Latency.of(type) : 0;
  }

  private List<PageAsks.Ask> asks(int user, Stop stop) {
    PageAsks asks = PageAsks.of(day, stop.page(), user, stop.pick());
    List<PageAsks.Ask> all = new ArrayList<>(asks.each());
    asks.quotes().forEach(id -> all.add(new PageAsks.Ask(DataType.QUOTE, id)));
    return all;
  }

  private void plan(Visit visit, List<Guess> guesses) {
    decide(
        visit, guesses, learned.stays(visit.stop().page()), shelves.millis() + Latency.net() / 2);
  }

  /** A sign that the portal tells the server, unless the browser has all of that page. */
  private void sign(Visit visit, Rest rest, List<Guess> guesses, boolean predicted) {
    int now = shelves.millis();
    Browser browser = browser(visit);
    if (asks(visit.user(), rest.target()).stream()
        .allMatch(ask -> browser.waits(ask, now).isPresent())) {
      browser.code(rest.target().page(), now + Latency.net());
      return;
    }
    double before =
        predicted
            ? guesses.stream()
                .filter(g -> g.stop().equals(rest.target()))
                .mapToDouble(Guess::probability)
                .findFirst()
                .orElse(Signs.UNFORESEEN)
            : Learned.NOTHING_KNOWN;
    signs.computeIfAbsent(visit.user(), u -> new ArrayList<>()).add(new Shown(rest, before));
    double chance = learned.signs.opened(rest.sign(), before);
    decide(
        visit,
        List.of(new Guess(rest.target(), chance)),
        learned.afterSign,
        now + Latency.net() / 2);
  }

  /** Loads what is worth it of some pages, and has the browser fetch what it can of them. */
  private void decide(Visit visit, List<Guess> guesses, ThinkTime stays, int at) {
    List<Decision> decisions = load(visit, guesses, stays, at);
    for (int i = 0; i < guesses.size(); i++) {
      Guess guess = guesses.get(i);
      boolean there =
          decisions.get(i).verdict() == Verdict.FRESH
              && learned.governor.admits(guess.probability());
      if (decisions.get(i).isPrefetch() || there) {
        browse(visit, guess.stop(), at - Latency.net() / 2);
      }
    }
  }

  private List<Decision> load(Visit visit, List<Guess> guesses, ThinkTime stays, int at) {
    settle(shelves.now());
    Map<PageAsks.Ask, Need> known = new HashMap<>();
    List<Candidate> candidates = new ArrayList<>();
    for (Guess guess : guesses) {
      List<Need> needs = new ArrayList<>();
      for (PageAsks.Ask ask : asks(visit.user(), guess.stop())) {
        needs.add(known.computeIfAbsent(ask, shelves::need));
      }
      candidates.add(new Candidate(guess.stop().toString(), guess.probability(), needs));
    }
    List<Decision> decisions =
        learned.planner.plan(
            candidates,
            stays,
            CALM,
            learned.governor,
            learned.experience,
            calls -> Verdict.PREFETCH);
    List<Planned> loads =
        decisions.stream().filter(Decision::isPrefetch).flatMap(d -> d.loads().stream()).toList();
    shelves.begin(loads, visit.stop(), at);
    return decisions;
  }

  private void browse(Visit visit, Stop stop, int at) {
    Browser browser = browser(visit);
    for (PageAsks.Ask ask : asks(visit.user(), stop)) {
      if (browser.waits(ask, at).isEmpty()) {
        shelves
            .ahead(ask, at)
            .ifPresent(
                arrives -> {
                  browser.fetched(ask, arrives);
                  outcome.fetched();
                });
      }
    }
    browser.code(stop.page(), at + Latency.net());
  }

  private void settle(Instant now) {
    for (Settlements.Settled one : shelves.ended(now)) {
      learned.governor.settled(one.used());
      learned.experience.settled(one.place().shelf(), one.chance(), one.used());
    }
    if (!now.equals(Instant.MAX)) {
      learned.governor.passing(now);
    }
  }
}
