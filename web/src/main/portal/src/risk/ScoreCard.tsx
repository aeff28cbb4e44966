import { Card, CardBody } from '@patternfly/react-core';
import { NotComputedList } from './NotComputedList';
import { PartTitle } from './PartTitle';
import type { RiskScore } from './reports';
import { bandWords } from './riskWords';

/** The score and the parts that add up to it. */
export function ScoreCard({ score }: { score: RiskScore }) {
  return (
    <Card component="section" aria-label="Risk score">
      <PartTitle>Risk score</PartTitle>
      <CardBody>
        <p className="mg-riskscore">
          <strong>{score.score.toFixed(0)}</strong> of 100 · {bandWords(score.band)}
        </p>
        <ul className="mg-bars mg-bars--half">
          {score.parts.map((part) => (
            <li key={part.name}>
              <span className="mg-bars__name">{part.name}</span>
              <span className="mg-bars__track" aria-hidden="true">
                <span className="mg-bars__bar" style={{ inlineSize: `${(part.points / part.most) * 100}%` }} />
              </span>
              <span className="mg-bars__figure">
                {part.points.toFixed(1)} of {part.most.toFixed(0)}
              </span>
            </li>
          ))}
        </ul>
        <ul className="mg-faults mg-row-note mg-after">
          {score.parts.map((part) => (
            <li key={part.name}>
              <strong>{part.name}.</strong> {part.words}
            </li>
          ))}
        </ul>
        <NotComputedList items={score.notComputed} />
        <p className="mg-row-note mg-after">By fixed rules: the parts add up to the score. Magnus's own scale, no probability and no advice.</p>
      </CardBody>
    </Card>
  );
}
