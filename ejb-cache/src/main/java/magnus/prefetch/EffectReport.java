package magnus.prefetch;

import java.time.Instant;
import magnus.prefetch.effect.LoadTimes;

/**
 * What loading ahead gives, over all nodes.
 *
 * @param since visits written since then: of the last two weeks, or since users are split as they
 *     are now where that is later
 * @param at when it was computed
 * @param split the split's name
 * @param sampled whether there are so many users that only some, drawn at random, are compared
 */
public record EffectReport(
    Instant since, Instant at, String split, boolean sampled, LoadTimes.Comparison comparison) {}
