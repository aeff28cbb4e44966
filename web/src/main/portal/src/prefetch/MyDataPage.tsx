import { PageSection } from '@patternfly/react-core';
import { PageTop } from '../shell/PageTop';
import { PatternsCard } from './PatternsCard';
import { RecordingCard } from './RecordingCard';
import { StoredCard } from './StoredCard';

/** What Magnus stores of what the user does, with everything that he can do about it. */
export function MyDataPage() {
  return (
    <>
      <PageTop title="My data" subtitle="What Magnus remembers of the pages and symbols that you open, and what it learned from that." />
      <PageSection>
        <div className="mg-stack">
          <div className="mg-halves">
            <RecordingCard />
            <PatternsCard />
          </div>
          <StoredCard />
        </div>
      </PageSection>
    </>
  );
}
