import { EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter, PageSection } from '@patternfly/react-core';
import { SearchIcon } from '@patternfly/react-icons';
import { useLocation } from 'react-router';
import { ToDashboard } from './Frame';
import { useTitle } from './title';

export function NotFoundPage() {
  const { pathname } = useLocation();
  useTitle('Not found');
  return (
    <PageSection isFilled>
      <EmptyState headingLevel="h1" titleText="There is no such page" icon={SearchIcon}>
        <EmptyStateBody>
          Nothing stands at <code>{pathname}</code>. The address may be mistyped; or what it names was deleted or belongs to another
          account.
        </EmptyStateBody>
        <EmptyStateFooter>
          <EmptyStateActions>
            <ToDashboard />
          </EmptyStateActions>
        </EmptyStateFooter>
      </EmptyState>
    </PageSection>
  );
}
