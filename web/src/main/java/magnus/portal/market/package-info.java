/** The market over REST: clock, instruments, prices, option chains, calendar, imports. */
package magnus.portal.market;
