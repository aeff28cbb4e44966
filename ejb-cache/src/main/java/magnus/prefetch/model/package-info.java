/** What will be opened next: sessions made of visits, and what is learned from them. */
package magnus.prefetch.model;
