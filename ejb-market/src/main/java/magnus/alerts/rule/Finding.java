package magnus.alerts.rule;

/**
 * What a rule found about one subject.
 *
 * @param subject what may calm down by itself: a symbol, a portfolio's figure, one report
 * @param figure in the kind's unit
 * @param title for people, one line
 * @param body for people, what it rests on
 */
public record Finding(String subject, double figure, String title, String body) {}
