import { Card, CardBody, CardTitle, ExpandableSection, Label, Skeleton } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { percent, quantity, ratio, roundCount } from '../figures/amounts';
import { shortDate } from '../figures/dates';
import { Term } from '../figures/Term';
import { ProblemAlert } from '../server/ProblemAlert';
import { type CacheDecision, type Score, useCacheDecision } from './cache';
import { words } from './words';

const PRECISION = 'Of the entries that were dropped, those whose value did change by more than the bound. The rest were loads for nothing.';
const RECALL = 'Of the entries whose value did change, those that were dropped. The rest stayed there, wrong, to be served.';

/** Whether an event drops an entry that it touches: the rule beside what was learned, by kind of event and data. */
export function DecisionCard() {
  const decision = useCacheDecision();
  return (
    <Card>
      <CardTitle component="h2">Which entries an event drops</CardTitle>
      <CardBody>
        <ProblemAlert failure={decision.error} retry={() => void decision.refetch()} />
        {decision.isPending && <Skeleton height="12rem" screenreaderText="Loading the decision" />}
        {decision.data && <Decision decision={decision.data} />}
      </CardBody>
    </Card>
  );
}

function Decision({ decision }: { decision: CacheDecision }) {
  const { model, live } = decision;
  const { provenance } = model;
  const learned = decision.configured === 'learned';
  return (
    <div className="mg-stack">
      <p className="mg-subtle">
        {learned
          ? 'The learned decision is in force where it beat the rule on dates that it was not trained on; everywhere else the rule decides.'
          : 'The rule decides everywhere, by setting; what was learned is only counted.'}
      </p>
      <Scores label="Decisions on held-out dates" rows={model.verdicts} learned={learned} />
      <p className="mg-row-note">
        Trained on {roundCount(provenance.trainedOn)} entries from {shortDate(provenance.trainedFrom)} to {shortDate(provenance.trainedTo)}, judged on{' '}
        {roundCount(provenance.heldOut)} from {shortDate(provenance.heldOutFrom)} to {shortDate(provenance.heldOutTo)}; an option chain counts as changed
        from {quantity(provenance.epsilon)} bp on, other data in proportion to what their calls cost. Gain: balance of precision and recall (F1) less that of the rule, and what it exceeds with 97.5% confidence. {provenance.caveat}
      </p>
      <ExpandableSection toggleText="Coefficients" isIndented>
        <Coefficients model={model} />
      </ExpandableSection>
      <div>
        <h3 className="mg-part">What came true since</h3>
        {live.length === 0 ? (
          <p className="mg-subtle">
            No entry that an event touched has been loaded again yet; its old value is held against the new one then.
          </p>
        ) : (
          <Scores label="Decisions by what came true" rows={live} />
        )}
      </div>
    </div>
  );
}

interface ScoreRow {
  kind: string;
  type: string;
  rule: Score;
  learned: Score;
  gain?: number;
  gainLow?: number;
  inForce?: boolean;
}

function Scores({ label, rows, learned = false }: { label: string; rows: ScoreRow[]; learned?: boolean }) {
  const judged = rows.some((row) => row.gain !== undefined);
  return (
    <Table variant="compact" aria-label={label} className="mg-table" gridBreakPoint="grid-lg">
      <Thead>
        <Tr>
          <Th>Event</Th>
          <Th>Data</Th>
          <Th className="mg-right">Entries</Th>
          <Th className="mg-right">
            <Term explanation={PRECISION}>Precision</Term>
          </Th>
          <Th className="mg-right">
            <Term explanation={RECALL}>Recall</Term>
          </Th>
          {judged && <Th className="mg-right">Gain</Th>}
          {judged && <Th>Decides</Th>}
        </Tr>
      </Thead>
      <Tbody>
        {rows.map((row) => (
          <Tr key={`${row.kind}/${row.type}`}>
            <Td dataLabel="Event">{words(row.kind)}</Td>
            <Td dataLabel="Data">{words(row.type)}</Td>
            <Td dataLabel="Entries" className="mg-right">
              {roundCount(row.rule.entries)}
              <div className="mg-row-note">{roundCount(row.rule.changed)} changed</div>
            </Td>
            <Td dataLabel="Precision" className="mg-right">
              {percent(row.learned.precision, 1)}
              <div className="mg-row-note">rule {percent(row.rule.precision, 1)}</div>
            </Td>
            <Td dataLabel="Recall" className="mg-right">
              {percent(row.learned.recall, 1)}
              <div className="mg-row-note">rule {percent(row.rule.recall, 1)}</div>
            </Td>
            {judged && (
              <Td dataLabel="Gain" className="mg-right">
                {ratio(row.gain, 3)}
                <div className="mg-row-note">above {ratio(row.gainLow, 3)}</div>
              </Td>
            )}
            {judged && (
              <Td dataLabel="Decides">
                <Label isCompact color={learned && row.inForce ? 'blue' : 'grey'}>
                  {learned && row.inForce ? 'learned' : 'rule'}
                </Label>
              </Td>
            )}
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}

/** To both sides of nothing: to the right what speaks for dropping, hatched what speaks against it. */
function Coefficients({ model }: { model: CacheDecision['model'] }) {
  const largest = Math.max(...model.coefficients.map(Math.abs), 1e-9);
  return (
    <>
      <ul className="mg-bars mg-bars--plain">
        {model.features.map((feature, place) => {
          const coefficient = model.coefficients[place] ?? 0;
          return (
            <li key={feature}>
              <span className="mg-bars__name">{feature.replaceAll('_', ' ')}</span>
              <span className="mg-bars__track" aria-hidden="true">
                <span
                  className={`mg-bars__bar ${coefficient < 0 ? 'mg-bars__bar--short' : ''}`}
                  style={{ inlineSize: `${(Math.abs(coefficient) / largest) * 100}%` }}
                />
              </span>
              <span className="mg-bars__figure">{ratio(coefficient, 3)}</span>
            </li>
          );
        })}
      </ul>
      <p className="mg-row-note mg-after">
        Of a logistic regression: an entry is dropped from a probability of {percent(model.threshold, 0)} on. Hatched: speaks against dropping.
      </p>
    </>
  );
}
