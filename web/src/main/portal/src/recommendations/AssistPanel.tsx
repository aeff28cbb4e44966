import { PageSection } from '@patternfly/react-core';
import { Link, useLocation } from 'react-router';
import { useAssist } from './assist';

/** What one would do next on this page, and what its data suggest; nothing where there is nothing to say. */
export function AssistPanel() {
  const { pathname } = useLocation();
  const report = useAssist(pathname).data;
  if (!report || report.page !== pathname || report.actions.length + report.suggestions.length === 0) {
    return null;
  }
  return (
    <PageSection className="mg-assist" hasBodyWrapper={false} aria-label="What helps here">
      {report.actions.length > 0 && (
        <ul className="mg-assist__actions" aria-label="Quick actions">
          {report.actions.map((action) => (
            <li key={action.label}>
              <Link to={action.href}>{action.label}</Link> <span className="mg-subtle">{action.why}</span>
            </li>
          ))}
        </ul>
      )}
      {report.suggestions.length > 0 && (
        <ul className="mg-assist__suggestions" aria-label="Suggestions">
          {report.suggestions.map((one, order) => (
            <li key={order}>
              <strong>{one.anchor}</strong> {one.text} <Link to={one.href}>Look</Link> <span className="mg-advice__source">{one.source}</span>
            </li>
          ))}
        </ul>
      )}
    </PageSection>
  );
}
