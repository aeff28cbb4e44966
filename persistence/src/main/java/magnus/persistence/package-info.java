/**
 * Entities, repositories and migrations; one sub-package per aggregate. The only module that
 * injects an EntityManager.
 */
package magnus.persistence;
