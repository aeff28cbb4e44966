/** Rules of users, what they were told by them, and whose turn it is to look. */
package magnus.persistence.alert;
