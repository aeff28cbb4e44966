package magnus.recommendation;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import magnus.prefetch.PageNeeds;
import magnus.prefetch.Prefetch;
import magnus.prefetch.behavior.Page;

/** What the page of recommendations asks of the shelves. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RecommendationPages implements PageNeeds {

  @Inject private Prefetch prefetch;
  @Inject private RecommendationShelves shelves;

  @PostConstruct
  void start() {
    prefetch.register(this);
  }

  @Override
  public List<Wanted> of(Reader reader, Page page, Instant asOf) {
    return page.route().equals("/recommendations")
        ? List.of(shelves.candidatesOf(reader.user()))
        : List.of();
  }
}
