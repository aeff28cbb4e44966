import { Button } from '@patternfly/react-core';
import { UploadIcon } from '@patternfly/react-icons';
import { type DragEvent, useRef, useState } from 'react';

interface Props {
  /** What kind of file is wanted, as a sentence. */
  hint: string;
  accept: string;
  busy?: boolean;
  onFile(file: File): void;
}

/** Takes one file: dropped, or chosen with the button. */
export function FileDrop({ hint, accept, busy = false, onFile }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file && !busy) {
      onFile(file);
    }
  };

  return (
    <div
      className={`mg-drop ${over ? 'mg-drop--over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <UploadIcon className="mg-drop__icon" aria-hidden="true" />
      <p className="mg-drop__title">Drop a file here</p>
      <p className="mg-subtle">{hint}</p>
      <Button variant="secondary" isLoading={busy} isDisabled={busy} onClick={() => input.current?.click()}>
        {busy ? 'Reading…' : 'Choose a file'}
      </Button>
      <input
        ref={input}
        type="file"
        accept={accept}
        className="pf-v6-screen-reader"
        tabIndex={-1}
        aria-label="File to import"
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) {
            onFile(file);
          }
        }}
      />
    </div>
  );
}
