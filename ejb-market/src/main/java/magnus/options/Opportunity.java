package magnus.options;

import java.time.LocalDate;
import magnus.market.Source;
import org.jspecify.annotations.Nullable;

/**
 * One contract that could be sold now. Prices and amounts are per share in dollars unless said
 * otherwise; chances are in the pricing measure.
 *
 * @param held shares that the user holds
 * @param credit what the sale brings: the bid
 * @param volatility implied by the middle, per year
 * @param delta of the option, to the spot
 * @param collateral for one contract, in dollars: the strike in cash, or the shares' worth
 * @param annualYield credit over collateral, simple
 * @param profitChance that it earns something at expiry
 * @param touchChance that the strike is touched before
 * @param assignmentChance that it ends in the money
 * @param mostProfit per contract, in dollars
 * @param mostLoss per contract, in dollars, should the stock fall to nothing
 * @param badOutcome per contract, in dollars: what it makes at the price below which one of twenty
 *     ends
 * @param earnings before expiry, if any
 * @param exDividend before expiry, if any
 * @param worstCase in words
 * @param changesMind what would speak against it, in words
 */
public record Opportunity(
    OpportunityKind kind,
    String symbol,
    String sector,
    Source source,
    LocalDate expiry,
    int days,
    double strike,
    double spot,
    double held,
    double bid,
    double ask,
    double credit,
    double volatility,
    double realised,
    double delta,
    double breakEven,
    double collateral,
    double annualYield,
    double profitChance,
    double touchChance,
    double assignmentChance,
    double mostProfit,
    double mostLoss,
    double badOutcome,
    long openInterest,
    long volume,
    @Nullable LocalDate earnings,
    @Nullable LocalDate exDividend,
    String worstCase,
    String changesMind,
    Score score) {}
