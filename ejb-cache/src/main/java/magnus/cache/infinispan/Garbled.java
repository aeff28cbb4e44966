package magnus.cache.infinispan;

/** Bytes that this version of Magnus cannot read, mostly because another one wrote them. */
final class Garbled extends Exception {

  private static final long serialVersionUID = 1L;

  Garbled(String what, Throwable cause) {
    super(what, cause);
  }

  Garbled(String what) {
    super(what);
  }
}
