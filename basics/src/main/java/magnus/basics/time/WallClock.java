package magnus.basics.time;

import java.time.InstantSource;

/**
 * The time on the wall: for sign-in, limits, budgets, audit and the run journal. Injected;
 * production code never asks the system itself.
 */
public interface WallClock extends InstantSource {}
