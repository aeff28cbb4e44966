/**
 * What a user will open next: predictors of the next item of a session, each on its own and mixed.
 * An item is whatever is opened (a page, a symbol, a query), a small number given by {@link
 * magnus.prefetch.sequence.Vocabulary}. Plain Java: no clock, no chance and no thread of its own.
 */
package magnus.prefetch.sequence;
