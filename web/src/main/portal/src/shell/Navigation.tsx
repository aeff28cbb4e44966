import { Nav, NavGroup, NavItem } from '@patternfly/react-core';
import type { ComponentType } from 'react';
import { NavLink, useLocation } from 'react-router';
import { UnreadBadge } from '../alerts/UnreadBadge';
import { useSession } from '../identity/session';

interface Place {
  to: string;
  label: string;
  /** What waits there. */
  mark?: ComponentType;
}

const PORTFOLIO: Place[] = [
  { to: '/', label: 'Dashboard' },
  { to: '/portfolios', label: 'Portfolios' },
  { to: '/risk', label: 'Risk' },
  { to: '/recommendations', label: 'Recommendations' },
  { to: '/options', label: 'Options' },
  { to: '/taxes', label: 'Taxes' },
  { to: '/alerts', label: 'Alerts', mark: UnreadBadge },
  { to: '/import', label: 'Import' },
  { to: '/runs', label: 'Analyses' },
];
const MARKET: Place[] = [
  { to: '/market', label: 'Symbols' },
  { to: '/calendar', label: 'Calendar' },
];
const ADMIN: Place[] = [
  { to: '/admin/market-data', label: 'Market data and clock' },
  { to: '/admin/cache', label: 'Cache' },
  { to: '/admin/prefetch', label: 'Prediction' },
  { to: '/admin/recommendations', label: 'Recommendations' },
  { to: '/admin/accounts', label: 'Accounts' },
  { to: '/admin/audit', label: 'Audit log' },
];

/** The way through the portal; what only administrators may do is shown to them alone. */
export function Navigation() {
  const { isAdmin } = useSession();
  return (
    <Nav aria-label="Portal">
      <Group title="Portfolio" places={PORTFOLIO} />
      <Group title="Market" places={MARKET} />
      {isAdmin && <Group title="Administration" places={ADMIN} />}
    </Nav>
  );
}

function Group({ title, places }: { title: string; places: Place[] }) {
  const { pathname } = useLocation();
  return (
    <NavGroup title={title}>
        {places.map(({ to, label, mark: Mark }) => {
          const active = to === '/' ? pathname === '/' : pathname === to || pathname.startsWith(`${to}/`);
          return (
            <NavItem key={to} isActive={active}>
              <NavLink to={to}>
                {label}
                {Mark && <Mark />}
              </NavLink>
            </NavItem>
          );
        })}
    </NavGroup>
  );
}
