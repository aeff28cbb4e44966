/** What taxes suggest: losses to take, and purchases and sales that would take them away. */
package magnus.recommendation.tax;
