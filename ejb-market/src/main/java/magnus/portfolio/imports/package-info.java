/**
 * Broker exports: one port, {@link magnus.portfolio.imports.BrokerFormat}, with a reader for each
 * kind of file that users have. Pure text in, {@link magnus.portfolio.imports.Statement}s out:
 * nothing here knows a portfolio's state or stores anything.
 */
package magnus.portfolio.imports;
