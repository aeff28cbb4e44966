/** What is recorded of users, only of those who agreed, seen over HTTP. */
package magnus.systemtests.behavior;
