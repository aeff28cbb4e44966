/** The journal of long operations: steps, progress, resume, cancel, many viewers. */
package magnus.runs;
