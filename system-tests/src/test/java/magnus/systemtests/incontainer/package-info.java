/** Tests that run inside the server, beside the deployed application, and call its beans. */
package magnus.systemtests.incontainer;
