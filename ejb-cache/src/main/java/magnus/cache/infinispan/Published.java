package magnus.cache.infinispan;

import magnus.cache.Occurrence;

/**
 * An occurrence on its way to the other nodes.
 *
 * @param node the one that published it
 */
record Published(Occurrence occurrence, String node) {

  /** One figure of an occurrence. */
  record Figure(String name, double figure) {}
}
