package magnus.portal.cache;

import java.util.List;
import magnus.cache.WarmingReport;

/** Reports of warming, the newest first. */
public record WarmingReports(List<WarmingReport> items) {}
