/**
 * Historical simulation of today's portfolio: what each past day's moves would do to what is held
 * now.
 */
package magnus.risk.scenario;
