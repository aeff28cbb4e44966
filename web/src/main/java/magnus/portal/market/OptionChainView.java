package magnus.portal.market;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import magnus.market.OptionChain;
import magnus.market.Source;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An option chain with its expiries. */
@Schema(name = "OptionChain")
public record OptionChainView(
    String underlying,
    BigDecimal spot,
    Instant at,
    Source source,
    List<LocalDate> expiries,
    List<OptionChain.Contract> contracts) {

  static OptionChainView of(OptionChain chain, @Nullable LocalDate expiry) {
    return new OptionChainView(
        chain.underlying(),
        chain.spot(),
        chain.at(),
        chain.source(),
        chain.contracts().stream().map(OptionChain.Contract::expiry).distinct().sorted().toList(),
        chain.contracts().stream()
            .filter(contract -> expiry == null || contract.expiry().equals(expiry))
            .toList());
  }
}
