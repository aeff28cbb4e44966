package magnus.portfolio.tax;

import java.util.UUID;
import magnus.portfolio.TaxTreatment;

/**
 * One account of an owner or of his spouse, whose purchases count as his own (IRS Publication 550,
 * "Wash Sales").
 */
public record TaxAccount(UUID id, String name, TaxTreatment kind) {}
