/** Partial failure as a value: whatever gathers from several places returns a result per part. */
package magnus.basics.result;
