/** For whom a thread works. */
package magnus.basics.work;
