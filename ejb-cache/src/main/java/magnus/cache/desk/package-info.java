/** What administrators look at and fix: histories, surveys of shelves, frozen lifespans. */
package magnus.cache.desk;
