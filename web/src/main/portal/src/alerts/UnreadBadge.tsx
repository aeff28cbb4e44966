import { Badge } from '@patternfly/react-core';
import { useUnread } from './alerts';

/** How many alerts have not been seen; nothing where there are none. */
export function UnreadBadge() {
  const { data } = useUnread();
  return data && data.unread > 0 ? (
    <Badge className="mg-nav-badge" screenReaderText="not seen yet">
      {data.unread > 99 ? '99+' : data.unread}
    </Badge>
  ) : null;
}
