/** Brings the database's schema to what the entities expect. */
package magnus.persistence.schema;
