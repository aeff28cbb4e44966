/** Options over HTTP: scans, analyses and rolls. */
package magnus.systemtests.options;
