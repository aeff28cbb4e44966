package magnus.prefetch.plan;

/** A candidate with its price and what is done about it. */
public record Decision(Candidate candidate, Price price, Verdict verdict) {

  public boolean isPrefetch() {
    return verdict == Verdict.PREFETCH;
  }
}
