/**
 * Answers kept for writes that may be repeated. Root: {@link
 * magnus.persistence.receipt.StoredReceipt}.
 */
package magnus.persistence.receipt;
