import { Card, CardBody, CardTitle, Skeleton } from '@patternfly/react-core';
import { Link } from 'react-router';
import { percent } from '../figures/amounts';
import { ProblemAlert } from '../server/ProblemAlert';
import { usePatterns } from './behavior';
import { hrefOf, knownPage } from './pages';

/** What the user repeats, in the server's words. */
export function PatternsCard() {
  const patterns = usePatterns();
  return (
    <Card isFullHeight>
      <CardTitle component="h2">Your patterns</CardTitle>
      <CardBody>
        <p className="mg-subtle mg-card-lead">
          What you have repeated three times or more, the surest first. Weekdays and hours are New York’s.
        </p>
        <ProblemAlert failure={patterns.error} retry={() => void patterns.refetch()} />
        {patterns.isPending && <Skeleton height="10rem" screenreaderText="Loading your patterns" />}
        {patterns.data?.length === 0 && <p>None yet. They appear as you use Magnus, if you agree to be recorded.</p>}
        {patterns.data && patterns.data.length > 0 && (
          <ul className="mg-bars mg-bars--plain">
            {patterns.data.map((pattern) => {
              const page = knownPage(pattern.path);
              return (
                <li key={pattern.words}>
                  {page ? <Link to={hrefOf(page)}>{pattern.words}</Link> : <span>{pattern.words}</span>}
                  <span className="mg-bars__track">
                    <span className="mg-bars__bar" style={{ inlineSize: `${Math.min(1, pattern.share) * 100}%` }} />
                  </span>
                  <span className="mg-bars__figure">{percent(pattern.share, 0)}</span>
                </li>
              );
            })}
          </ul>
        )}
      </CardBody>
    </Card>
  );
}
