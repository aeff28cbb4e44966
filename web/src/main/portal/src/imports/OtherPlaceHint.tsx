import { Alert } from '@patternfly/react-core';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { useSession } from '../identity/session';
import { type FileKind, kindOf } from './fileKind';

interface Props {
  /** The file that was refused. */
  file: File | undefined;
  /** What is imported on this page. */
  here: 'broker' | 'market';
}

/** Says where a refused file belongs, when its beginning tells. */
export function OtherPlaceHint({ file, here }: Props) {
  const { isAdmin } = useSession();
  const [kind, setKind] = useState<FileKind>();
  useEffect(() => {
    let current = true;
    setKind(undefined);
    if (file) {
      // a file that went away meanwhile tells nothing
      kindOf(file).then((found) => current && setKind(found), () => undefined);
    }
    return () => {
      current = false;
    };
  }, [file]);
  if (here === 'market' && kind === 'broker') {
    return (
      <Alert component="p" variant="info" isInline title="This looks like a broker's export">
        <p>
          <Link to="/import">Import it into a portfolio</Link>.
        </p>
      </Alert>
    );
  }
  if (here === 'broker' && kind === 'market') {
    return (
      <Alert component="p" variant="info" isInline title="This looks like market data, not like a broker's export">
        <p>
          {isAdmin ? (
            <Link to="/admin/market-data">Import it under Market data and clock</Link>
          ) : (
            'An administrator imports it under Market data and clock'
          )}
          .
        </p>
      </Alert>
    );
  }
  if (here === 'broker' && kind === 'packed') {
    return (
      <Alert component="p" variant="info" isInline title="This file is packed">
        <p>Unpack it (gzip or zip) and choose the file inside: a broker's export is read unpacked.</p>
      </Alert>
    );
  }
  return null;
}
