import { Button, Card, CardBody, CardTitle, Skeleton, Switch } from '@patternfly/react-core';
import { usePortfolios } from '../portfolio/portfolios';
import { ProblemAlert } from '../server/ProblemAlert';
import { type AlertRule, useRemoveRule, useRules, useSwitchRule } from './alerts';
import { RuleForm } from './RuleForm';

/** What the user wants to be told of. */
export function RulesCard() {
  const rules = useRules();
  return (
    <Card component="section" aria-label="Rules">
      <CardTitle component="h2">Rules</CardTitle>
      <CardBody>
        <RuleForm />
        <ProblemAlert failure={rules.error} retry={() => void rules.refetch()} />
        {rules.isPending && <Skeleton height="4rem" screenreaderText="Loading rules" />}
        {rules.data && rules.data.length > 0 && (
          <ul className="mg-plain mg-rules">
            {rules.data.map((rule) => (
              <RuleLine key={rule.id} rule={rule} />
            ))}
          </ul>
        )}
        <p className="mg-subtle">A rule tells once, and again only after its figure has come back by a margin and an hour has passed.</p>
      </CardBody>
    </Card>
  );
}

function RuleLine({ rule }: { rule: AlertRule }) {
  const toggle = useSwitchRule();
  const remove = useRemoveRule();
  const portfolios = usePortfolios();
  const of = portfolios.data?.find((one) => one.id === rule.portfolio)?.name;
  return (
    <li className="mg-rules__line">
      <span>
        {rule.words}
        {of ? <span className="mg-subtle"> – {of}</span> : null}
        {rule.disarmed.length > 0 && <div className="mg-figure__note">Told of {rule.disarmed.join(', ')}; waits until that has calmed down.</div>}
        <ProblemAlert failure={toggle.error ?? remove.error} />
      </span>
      <Switch
        id={`rule-${rule.id}`}
        aria-label={`${rule.words}: in force`}
        isChecked={rule.enabled}
        isDisabled={toggle.isPending}
        onChange={(_event, enabled) => toggle.mutate({ rule, enabled })}
      />
      <Button variant="link" isInline isDisabled={remove.isPending} onClick={() => remove.mutate(rule.id)} aria-label={`Delete: ${rule.words}`}>
        Delete
      </Button>
    </li>
  );
}
