import { Card, CardBody, CardTitle, Skeleton } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { money, percent, signedMoney } from '../figures/amounts';
import { ownTime, shortDate } from '../figures/dates';
import { ProblemAlert } from '../server/ProblemAlert';
import { type FollowUp, type HistoryTotal, useRecommendationHistory } from './recommendations';
import { saidWords } from './words';

/** What became of what the user took up and turned down. */
export function HistoryCard() {
  const history = useRecommendationHistory();
  return (
    <Card component="section" aria-label="What became of earlier ones">
      <CardTitle component="h2">What became of earlier ones</CardTitle>
      <CardBody>
        {!history.data && <ProblemAlert failure={history.error} retry={() => void history.refetch()} />}
        {history.isPending && <Skeleton height="6rem" screenreaderText="Loading what became of earlier ones" />}
        {history.data && history.data.items.length === 0 && (
          <p>Nothing yet. What you accept and what you turn down is followed for 90 days, and shown here with how much of it may be luck.</p>
        )}
        {history.data?.totals.map((total) => <Total key={total.said + total.currency} total={total} />)}
        {history.data && history.data.items.length > 0 && (
          <div className="mg-scroll">
            <Table aria-label="Earlier recommendations" variant="compact">
              <Thead>
                <Tr>
                  <Th>Recommendation</Th>
                  <Th>Your answer</Th>
                  <Th modifier="nowrap">Chance told</Th>
                  <Th modifier="nowrap">Following it since</Th>
                </Tr>
              </Thead>
              <Tbody>
                {history.data.items.map((item, order) => (
                  <Tr key={`${item.id}-${order}`}>
                    <Td dataLabel="Recommendation">{item.title}</Td>
                    <Td dataLabel="Your answer">
                      {saidWords(item.said)}
                      <div className="mg-figure__note">
                        {ownTime(item.answeredAt)}
                        {item.until ? `, until ${shortDate(item.until)}` : ''}
                        {item.reason ? ` – “${item.reason}”` : ''}
                      </div>
                    </Td>
                    <Td dataLabel="Chance told">{percent(item.confidence, 0)}</Td>
                    <Td dataLabel="Following it since">{item.followUp ? <Became followUp={item.followUp} /> : <span className="mg-subtle">too early</span>}</Td>
                  </Tr>
                ))}
              </Tbody>
            </Table>
          </div>
        )}
      </CardBody>
    </Card>
  );
}

function Total({ total }: { total: HistoryTotal }) {
  return (
    <p>
      {saidWords(total.said)}, {total.count} followed: following them would have made <strong>{signedMoney(total.amount, total.currency)}</strong> (
      {money(total.low, total.currency)} to {money(total.high, total.currency)}), {total.verdict}.
    </p>
  );
}

function Became({ followUp }: { followUp: FollowUp }) {
  return (
    <>
      {signedMoney(followUp.amount, followUp.currency)}
      <div className="mg-figure__note">
        {money(followUp.low, followUp.currency)} to {money(followUp.high, followUp.currency)}, {followUp.verdict}
        {followUp.finished ? '' : `; to ${shortDate(followUp.to)}`}
      </div>
    </>
  );
}
