/** Event streams from outside: resumed, shared, cancelled, across restarts of the server. */
package magnus.systemtests.stream;
