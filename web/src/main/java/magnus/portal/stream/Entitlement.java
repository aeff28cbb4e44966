package magnus.portal.stream;

import java.util.function.BooleanSupplier;

/**
 * What lets a viewer look.
 *
 * @param credential the secret of his session, or his token
 * @param counts whether it still does; may be asked on any thread
 */
public record Entitlement(String credential, BooleanSupplier counts) {}
