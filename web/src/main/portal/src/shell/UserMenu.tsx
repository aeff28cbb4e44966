import { Divider, Dropdown, DropdownItem, DropdownList, MenuToggle } from '@patternfly/react-core';
import { UserIcon } from '@patternfly/react-icons';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useSession, useSignOut } from '../identity/session';

export function UserMenu() {
  const [open, setOpen] = useState(false);
  const { user, isAdmin } = useSession();
  const signOut = useSignOut();
  const navigate = useNavigate();
  const go = (path: string) => {
    setOpen(false);
    void navigate(path);
  };
  return (
    <Dropdown
      isOpen={open}
      onOpenChange={setOpen}
      popperProps={{ position: 'right' }}
      toggle={(ref) => (
        <MenuToggle
          ref={ref}
          variant="plainText"
          icon={<UserIcon />}
          isExpanded={open}
          onClick={() => setOpen(!open)}
          aria-label={`Account menu of ${user?.name ?? ''}`}
        >
          <span className="mg-user-name">{user?.name}</span>
        </MenuToggle>
      )}
    >
      <DropdownList>
        <DropdownItem description={isAdmin ? 'Administrator' : 'User'} onClick={() => go('/account')}>
          Account and tokens
        </DropdownItem>
        <DropdownItem onClick={() => go('/my-data')}>My data</DropdownItem>
        <DropdownItem onClick={() => go('/about')}>About Magnus</DropdownItem>
        <Divider component="li" />
        <DropdownItem onClick={() => signOut.mutate()}>Sign out</DropdownItem>
      </DropdownList>
    </Dropdown>
  );
}
