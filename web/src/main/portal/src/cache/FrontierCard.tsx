import { Card, CardBody, CardTitle, Label, Skeleton } from '@patternfly/react-core';
import { useState } from 'react';
import { ChartFrame } from '../charts/ChartFrame';
import { percent, quantity, ratio } from '../figures/amounts';
import { shortDate } from '../figures/dates';
import { Figure } from '../figures/Figure';
import { ProblemAlert } from '../server/ProblemAlert';
import { type Frontier, useFrontier } from './cache';
import { FrontierPicture } from './FrontierPicture';
import { marksOf } from './frontier';
import { words } from './words';

/** What fewer calls cost in error: the policies as they were measured, and the bound in force. */
export function FrontierCard() {
  const frontier = useFrontier();
  return (
    <Card>
      <CardTitle component="h2">Fewer calls against error</CardTitle>
      <CardBody>
        <ProblemAlert failure={frontier.error} retry={() => void frontier.refetch()} />
        {frontier.isPending && <Skeleton height="22rem" screenreaderText="Loading the frontier" />}
        {frontier.data && <Measured frontier={frontier.data} />}
      </CardBody>
    </Card>
  );
}

function Measured({ frontier }: { frontier: Frontier }) {
  const [index, setIndex] = useState<number>();
  const { measured } = frontier;
  const marks = marksOf(frontier);
  const shipped = Math.max(0, marks.findIndex((mark) => mark.shipped));
  const bounded = frontier.policy === 'error-bounded';
  const asShipped = bounded && frontier.epsilonBp === measured.shippedEpsilonBp;
  const cell = (write: (place: number) => string) => (place: number) => write(place);
  const point = (place: number) => (marks[place] ?? marks[0])!.point;
  return (
    <>
      <dl className="mg-grid-figures">
        <Figure
          label="In force"
          explanation="Who chooses lifespans on the node that answers, and its bound: how wrong a served value may be expected to be, for a call of the source that costs 1."
          note={bounded ? (asShipped ? 'as shipped' : `shipped: ε = ${quantity(measured.shippedEpsilonBp)} bp`) : 'ε is not used'}
        >
          {bounded ? `ε = ${quantity(frontier.epsilonBp)} bp` : frontier.policy}
        </Figure>
        <Figure
          label="Calls saved as shipped"
          explanation="Of those that fixed lifespans make, on all replayed days."
          note={`over ${measured.allDays} days`}
        >
          {percent(1 - measured.shippedAllDays.callsOfFixed, 1)}
        </Figure>
        <Figure
          label="Mean error as shipped"
          explanation="Of all answers that prices move, in basis points; a value that was loaded for the answer has none."
          note={`fixed lifespans: ${ratio(measured.fixedAllDays.meanErrorBp, 3)} bp`}
        >
          {ratio(measured.shippedAllDays.meanErrorBp, 3)} bp
        </Figure>
        <Figure label="Hit rate as shipped" explanation="Answers that did not wait for a source." note={`fixed lifespans: ${percent(measured.fixedAllDays.hitRate, 1)}`}>
          {percent(measured.shippedAllDays.hitRate, 1)}
        </Figure>
      </dl>
      <ChartFrame
        description="Mean error against calls of the source for each lifespan policy, as the replay measured them."
        points="policies"
        count={marks.length}
        index={index ?? shipped}
        onIndex={setIndex}
        columns={[
          { name: 'Policy', cell: cell((place) => marks[place]?.name ?? '') },
          { name: 'Calls, fixed = 1', cell: cell((place) => ratio(point(place).callsOfFixed, 3)) },
          { name: 'Mean error', cell: cell((place) => `${ratio(point(place).meanErrorBp, 3)} bp`) },
          { name: '99th percentile', cell: cell((place) => `${ratio(point(place).p99ErrorBp)} bp`) },
          { name: 'Hit rate', cell: cell((place) => percent(point(place).hitRate, 1)) },
        ]}
        legend={(place) => (
          <>
            <span>
              <strong>{marks[place]?.name}</strong>
            </span>
            <span>
              calls <strong>{ratio(point(place).callsOfFixed, 2)}</strong>
            </span>
            <span>
              mean error <strong>{ratio(point(place).meanErrorBp)} bp</strong>
            </span>
            <span>
              99th percentile <strong>{ratio(point(place).p99ErrorBp)} bp</strong>
            </span>
            <span>
              hits <strong>{percent(point(place).hitRate, 1)}</strong>
            </span>
          </>
        )}
        note={`Measured on ${shortDate(measured.measuredOn)} by replaying ${measured.days.length} of ${measured.allDays} real trading days (${measured.days.map(shortDate).join('; ')}) for ${quantity(measured.users)} users, seed ${measured.seed}, with ${measured.bars} and ${measured.volatility}; prices within a day are bridged between its open, high, low and close. The figures above are of all ${measured.allDays} days.`}
      >
        <FrontierPicture marks={marks} index={index ?? shipped} onIndex={setIndex} />
      </ChartFrame>
      <div className="mg-keys mg-after">
        <span className="mg-row-note">Bounds in force, by what a call of the source costs:</span>
        {Object.entries(frontier.epsilonByTypeBp).map(([type, epsilon]) => (
          <Label key={type} isCompact color="grey">
            {words(type)} {quantity(epsilon, 3)} bp
          </Label>
        ))}
      </div>
    </>
  );
}
