/** Who agreed to be recorded, and what he did in the portal. */
package magnus.persistence.behavior;
