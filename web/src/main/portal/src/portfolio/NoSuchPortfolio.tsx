import { Button, EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter } from '@patternfly/react-core';
import { SearchIcon } from '@patternfly/react-icons';
import { Link } from 'react-router';

/** Shown where the address names a portfolio that the reader does not have. */
export function NoSuchPortfolio() {
  return (
    <EmptyState headingLevel="h2" titleText="There is no such portfolio" icon={SearchIcon}>
      <EmptyStateBody>
        The address names a portfolio that was deleted, belongs to another account, or never was.
      </EmptyStateBody>
      <EmptyStateFooter>
        <EmptyStateActions>
          <Button component={(props) => <Link {...props} to="/portfolios" />}>To your portfolios</Button>
        </EmptyStateActions>
      </EmptyStateFooter>
    </EmptyState>
  );
}
