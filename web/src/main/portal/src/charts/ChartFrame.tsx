import { Button, Skeleton, ToggleGroup, ToggleGroupItem } from '@patternfly/react-core';
import { ChartLineIcon, TableIcon } from '@patternfly/react-icons';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { type KeyboardEvent, type ReactNode, Suspense, useState } from 'react';

/** A column of the table that says the same as the chart. */
export interface ChartColumn {
  name: string;
  cell(index: number): string;
}

interface Props {
  /** What is shown, in a sentence: a screen reader reads it in place of the picture. */
  description: string;
  count: number;
  columns: ChartColumn[];
  /** What is written above the picture for the point in focus. */
  legend(index: number): ReactNode;
  index: number | undefined;
  onIndex(index: number | undefined): void;
  controls?: ReactNode;
  size?: 'small' | 'medium' | 'large';
  /** What one must know to read the picture, a sentence under it. */
  note?: string;
  /** What the points are; days where left out. */
  points?: string;
  children: ReactNode;
}

const ROWS_AT_ONCE = 60;

/**
 * What every chart has around it: the figures of the point under the pointer or chosen with the arrow keys, and a table
 * of all points for whoever cannot use a picture.
 */
export function ChartFrame({ description, count, columns, legend, index, onIndex, controls, size = 'medium', note, points = 'days', children }: Props) {
  const [asTable, setAsTable] = useState(false);
  const shown = Math.min(index ?? count - 1, count - 1);

  const step = (event: KeyboardEvent) => {
    const moves: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, PageUp: -21, PageDown: 21, Home: -count, End: count };
    const move = moves[event.key];
    if (move !== undefined) {
      event.preventDefault();
      onIndex(Math.min(count - 1, Math.max(0, shown + move)));
    } else if (event.key === 'Escape') {
      onIndex(undefined);
    }
  };

  return (
    <>
      <div className={`mg-chart mg-chart--${size}`}>
        <div className="mg-chart__top">
          <div className="mg-chart__legend" aria-live={index === undefined ? 'off' : 'polite'}>
            {count > 0 && legend(shown)}
          </div>
          <div className="mg-chart__controls">
            {controls}
            <ToggleGroup isCompact aria-label="Show as">
              <ToggleGroupItem icon={<ChartLineIcon />} aria-label="Chart" isSelected={!asTable} onChange={() => setAsTable(false)} />
              <ToggleGroupItem icon={<TableIcon />} aria-label="Table" isSelected={asTable} onChange={() => setAsTable(true)} />
            </ToggleGroup>
          </div>
        </div>
        {asTable ? (
          <ChartTable description={description} count={count} columns={columns} />
        ) : (
          <div
            className="mg-chart__picture"
            role="img"
            tabIndex={0}
            aria-label={`${description} Arrow keys read single ${points}; the table beside holds them all.`}
            onKeyDown={step}
            onBlur={() => onIndex(undefined)}
          >
            <Suspense fallback={<Skeleton height="100%" screenreaderText="Loading the chart" />}>{children}</Suspense>
          </div>
        )}
      </div>
      {note && <p className="mg-row-note mg-after">{note}</p>}
    </>
  );
}

function ChartTable({ description, count, columns }: Pick<Props, 'description' | 'count' | 'columns'>) {
  const [rows, setRows] = useState(ROWS_AT_ONCE);
  // newest first
  const places = Array.from({ length: Math.min(rows, count) }, (_unused, row) => count - 1 - row);
  return (
    <div className="mg-chart__table" tabIndex={0} role="region" aria-label={description}>
      <Table variant="compact" isStickyHeader gridBreakPoint="" aria-label={description}>
        <Thead>
          <Tr>
            {columns.map((column) => (
              <Th key={column.name}>{column.name}</Th>
            ))}
          </Tr>
        </Thead>
        <Tbody>
          {places.map((place) => (
            <Tr key={place}>
              {columns.map((column) => (
                <Td key={column.name} dataLabel={column.name}>
                  {column.cell(place)}
                </Td>
              ))}
            </Tr>
          ))}
        </Tbody>
      </Table>
      {rows < count && (
        <Button variant="link" onClick={() => setRows(rows + 10 * ROWS_AT_ONCE)}>
          Older ones
        </Button>
      )}
    </div>
  );
}
