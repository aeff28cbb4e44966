package magnus.benchmarks.prefetch;

/**
 * By what pages are loaded ahead.
 *
 * @param plans what was predicted, when a page has settled
 * @param signs a link that shows a sign of being opened
 * @param boot the first page of a visit, from when the browser asks for the portal itself
 */
record Ways(boolean plans, boolean signs, boolean boot) {

  static final Ways OFF = new Ways(false, false, false);
  static final Ways PLANS = new Ways(true, false, false);
  static final Ways ALL = new Ways(true, true, true);
}
