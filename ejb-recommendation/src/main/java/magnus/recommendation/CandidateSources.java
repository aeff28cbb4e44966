package magnus.recommendation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** All sources, filled by the modules at start. */
@ApplicationScoped
public class CandidateSources {

  private final List<CandidateSource> sources = new CopyOnWriteArrayList<>();

  public void register(CandidateSource source) {
    sources.add(source);
  }

  List<CandidateSource> all() {
    return List.copyOf(sources);
  }
}
