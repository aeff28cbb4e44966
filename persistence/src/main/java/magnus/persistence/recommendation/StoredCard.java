package magnus.persistence.recommendation;

import java.time.Instant;
import java.util.UUID;

/**
 * One place of a list.
 *
 * @param place from 0
 * @param recommendation stays the same for the same advice to the same user
 * @param alternative which of the list's context, from 0
 * @param propensity probability that it was drawn here, given the places above
 * @param stated probability, told to the user, that he takes it
 * @param worth of its money, 0 to 1
 * @param body what was shown, as JSON
 * @param expiresAt market time
 */
public record StoredCard(
    UUID id,
    int place,
    UUID recommendation,
    String kind,
    String subject,
    String direction,
    int alternative,
    double propensity,
    double stated,
    double worth,
    String body,
    Instant shownAt,
    Instant expiresAt) {}
