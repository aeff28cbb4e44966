import { Button, Card, CardBody, CardFooter, CardTitle, ExpandableSection, Label, TextInput, Tooltip } from '@patternfly/react-core';
import { useState } from 'react';
import { Link } from 'react-router';
import { money, percent, signedMoney } from '../figures/amounts';
import { shortDate } from '../figures/dates';
import { Term } from '../figures/Term';
import { noteOpened, type Recommendation, type Verdict } from './recommendations';
import { confidenceWords, kindWords, parts } from './words';

interface Props {
  card: Recommendation;
  busy: boolean;
  onAnswer(action: Verdict, reason: string): void;
}

/** One recommendation: what, what it is worth, how likely it suits, why, and what one can say to it. */
export function RecommendationCard({ card, busy, onAnswer }: Props) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const { benefit, confidence } = card;
  const heading = `recommendation-${card.id}`;
  return (
    <Card component="article" aria-labelledby={heading} className="mg-advice">
      <CardTitle component="h2" id={heading}>
        {card.title}
      </CardTitle>
      <CardBody>
        <p className="mg-advice__marks">
          <Label isCompact variant="outline">
            {kindWords(card.kind)}
          </Label>
          <span className="mg-subtle">shown until {shortDate(card.expires)}</span>
        </p>
        <dl className="mg-advice__figures">
          <div>
            <dt>
              <Term explanation={benefit.method}>Worth to you, first year</Term>
            </dt>
            <dd>
              <strong>{signedMoney(benefit.amount, benefit.currency)}</strong>{' '}
              <span className="mg-subtle">
                {money(benefit.low, benefit.currency)} to {money(benefit.high, benefit.currency)}
              </span>
            </dd>
          </div>
          <div>
            <dt>
              <Term explanation={`${confidenceWords(confidence)} Of cards with this figure about so many are taken up.`}>Chance that it suits you</Term>
            </dt>
            <dd>
              <strong>{percent(confidence.probability, 0)}</strong>
              <meter className="mg-advice__meter" min={0} max={1} value={confidence.probability} aria-label="Chance that it suits you" />
            </dd>
          </div>
        </dl>
        <ul className="mg-advice__reasons">
          {card.reasons.map((one, order) => (
            <li key={order}>
              <strong>{one.figure}</strong> {one.text} <span className="mg-advice__source">{one.source}</span>
            </li>
          ))}
        </ul>
        <ExpandableSection
          toggleText={open ? 'Less' : 'What would change the mind, and how it was chosen'}
          isExpanded={open}
          onToggle={(_event, expanded) => {
            setOpen(expanded);
            if (expanded) {
              noteOpened(card.id);
            }
          }}
        >
          <p>
            <strong>What would change the mind</strong>
          </p>
          <ul className="mg-faults">
            {card.changesMind.map((one, order) => (
              <li key={order}>{one}</li>
            ))}
          </ul>
          <p>
            <strong>How it was chosen.</strong> {confidenceWords(confidence)} The simple rule, the largest worth first, would put it on rank {card.ruleRank}.
            It was drawn to its place with a probability of {percent(card.drawn, 0)}.
          </p>
          {parts(confidence).length > 0 && (
            <ul className="mg-faults">
              {parts(confidence).map(({ name, value }) => (
                <li key={name}>
                  {name}: {value > 0 ? '+' : '−'}
                  {Math.abs(value).toFixed(2)} log odds
                </li>
              ))}
            </ul>
          )}
          <TextInput
            aria-label="Why (optional)"
            placeholder="Why? (optional; goes with your answer)"
            maxLength={500}
            value={reason}
            onChange={(_event, text) => setReason(text)}
          />
        </ExpandableSection>
      </CardBody>
      <CardFooter className="mg-advice__answers">
        <Button variant="primary" isDisabled={busy} onClick={() => onAnswer('ACCEPT', reason)}>
          Accept
        </Button>
        <Button variant="secondary" isDisabled={busy} onClick={() => onAnswer('SNOOZE', reason)}>
          In a week
        </Button>
        <Button variant="secondary" isDisabled={busy} onClick={() => onAnswer('REJECT', reason)}>
          Not for me
        </Button>
        <Tooltip content={`No more cards of the kind “${kindWords(card.kind)}”. You can take that back in your answers.`}>
          <Button variant="link" isDisabled={busy} onClick={() => onAnswer('NOT_THIS_KIND', reason)}>
            Not this kind
          </Button>
        </Tooltip>
        <Link to={card.href} className="mg-advice__look">
          Look closer
        </Link>
      </CardFooter>
    </Card>
  );
}
