/** Mixed-integer programmes solved by ojAlgo. */
package magnus.portfolio.tax.plan.ojalgo;
