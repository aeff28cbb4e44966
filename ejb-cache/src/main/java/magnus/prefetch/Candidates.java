package magnus.prefetch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import magnus.cache.AheadLoads;
import magnus.cache.event.EntryIndex.Place;
import magnus.prefetch.behavior.Page;
import magnus.prefetch.behavior.PageRoutes;
import magnus.prefetch.model.Likely;
import magnus.prefetch.plan.Candidate;
import magnus.prefetch.plan.Need;

/** Makes candidates of predicted pages: what each needs, and how that stands on the shelves. */
final class Candidates {

  private final AheadLoads shelves;
  private final List<PageNeeds> sources;

  Candidates(AheadLoads shelves, List<PageNeeds> sources) {
    this.shelves = shelves;
    this.sources = sources;
  }

  /** The candidate of a page that the user may open. */
  Candidate of(PageNeeds.Reader reader, Likely likely, Instant asOf) {
    List<Need> needs = new ArrayList<>();
    PageRoutes.find(likely.path())
        .ifPresent(
            page -> {
              for (PageNeeds source : sources) {
                for (PageNeeds.Wanted wanted : source.of(reader, page, asOf)) {
                  need(new Place(wanted.shelf(), wanted.key())).ifPresent(needs::add);
                }
              }
            });
    return new Candidate(likely.path(), likely.probability(), needs);
  }

  /** The places that a page needs when that user opens it. */
  List<Place> places(PageNeeds.Reader reader, Page page, Instant asOf) {
    return sources.stream()
        .flatMap(source -> source.of(reader, page, asOf).stream())
        .map(wanted -> new Place(wanted.shelf(), wanted.key()))
        .toList();
  }

  private Optional<Need> need(Place place) {
    return shelves
        .standing(place)
        .map(
            s ->
                new Need(
                    place,
                    s.loadMillis(),
                    s.calls(),
                    s.lifespanSeconds(),
                    s.perSecond(),
                    s.fresh()));
  }
}
