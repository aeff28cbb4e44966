/** Settings: one class of constants per module, each with key, meaning, default and range. */
package magnus.basics.settings;
