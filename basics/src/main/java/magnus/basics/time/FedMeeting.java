package magnus.basics.time;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A scheduled meeting of the Federal Open Market Committee.
 *
 * @param date the day of its decision (the last day of the meeting)
 * @param at when the statement is published
 * @param estimated true when the date is not the Committee's own but follows its habit
 */
public record FedMeeting(LocalDate date, Instant at, boolean estimated) {}
