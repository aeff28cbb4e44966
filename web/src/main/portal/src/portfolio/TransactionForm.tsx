import {
  Button,
  Form,
  FormGroup,
  FormHelperText,
  FormSelect,
  FormSelectOption,
  FormSelectOptionGroup,
  HelperText,
  HelperTextItem,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  TextInput,
} from '@patternfly/react-core';
import { type FormEvent, useState } from 'react';
import { useMarketClock } from '../market/clock';
import { look } from '../prefetch/recording';
import { ProblemAlert } from '../server/ProblemAlert';
import { amountIsComputed, draftOf, type Entry, ENTRY_TYPES, entryType, faultsByField, type Field } from './entries';
import { type Portfolio, useAddTransaction } from './portfolios';

const LABELS: Record<Field, string> = {
  date: 'Date',
  symbol: 'Symbol',
  quantity: 'Quantity',
  price: 'Price each',
  fees: 'Fees',
  amount: 'Amount',
  ratio: 'New shares per old share',
  note: 'Note',
};
const EMPTY: Entry = { type: 'BUY', date: '', symbol: '', quantity: '', price: '', fees: '', amount: '', ratio: '', note: '' };

interface Props {
  portfolio: Portfolio;
  onClose(): void;
}

/** Enters one transaction by hand; what the server finds wrong stands at the field that it is about. */
export function TransactionForm({ portfolio, onClose }: Props) {
  const add = useAddTransaction(portfolio.id);
  const clock = useMarketClock();
  const [typed, setTyped] = useState(EMPTY);
  const entry = { ...typed, date: typed.date || (clock.data?.now ?? '').slice(0, 10) };
  const { fields } = entryType(entry.type);
  const shown: Field[] = ['date', ...fields, 'note'];
  const faults = faultsByField(add.error);
  const elsewhere = Object.keys(faults).some((field) => !shown.includes(field as Field));

  const change = (field: keyof Entry, text: string) => setTyped({ ...typed, [field]: text });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate(draftOf(entry), {
      onSuccess: ({ symbol }) => {
        if (symbol) {
          look(symbol, 'TRADE');
        }
        onClose();
      },
    });
  };

  return (
    <Modal isOpen variant="small" onClose={onClose} aria-labelledby="transaction-form-title">
      <ModalHeader title={`Enter a transaction into ${portfolio.name}`} labelId="transaction-form-title" />
      <ModalBody>
        {add.error && Object.keys(faults).length > 0 && !elsewhere ? (
          <ProblemAlert failure={new Error('Mend the marked fields.')} title="Nothing was stored" />
        ) : (
          <ProblemAlert failure={add.error} title="Nothing was stored" />
        )}
        <Form id="transaction-form" onSubmit={submit} noValidate className="mg-entry">
          <FormGroup label="Type" fieldId="transaction-type">
            <FormSelect
              id="transaction-type"
              value={entry.type}
              onChange={(_event, type) => {
                change('type', type);
                add.reset();
              }}
            >
              {Object.entries(ENTRY_TYPES).map(([group, types]) => (
                <FormSelectOptionGroup key={group} label={group}>
                  {Object.entries(types).map(([type, { label }]) => (
                    <FormSelectOption key={type} value={type} label={label} />
                  ))}
                </FormSelectOptionGroup>
              ))}
            </FormSelect>
          </FormGroup>
          {shown.map((field) => {
            const fault = faults[field];
            const hint = hintOf(field, entry, portfolio.currency);
            const id = `transaction-${field}`;
            return (
              <FormGroup key={field} label={LABELS[field]} fieldId={id}>
                <TextInput
                  id={id}
                  type={field === 'date' ? 'date' : 'text'}
                  value={entry[field]}
                  validated={fault ? 'error' : 'default'}
                  aria-describedby={fault || hint ? `${id}-words` : undefined}
                  autoComplete="off"
                  {...(field === 'symbol' || field === 'note' || field === 'date' ? {} : { inputMode: 'decimal' as const })}
                  maxLength={field === 'note' ? 1000 : 64}
                  onChange={(_event, text) => change(field, text)}
                />
                {(fault || hint) && (
                  <FormHelperText>
                    <HelperText id={`${id}-words`}>
                      <HelperTextItem variant={fault ? 'error' : 'default'}>{fault ? `Expected ${fault.expected}` : hint}</HelperTextItem>
                    </HelperText>
                  </FormHelperText>
                )}
              </FormGroup>
            );
          })}
        </Form>
      </ModalBody>
      <ModalFooter>
        <Button type="submit" form="transaction-form" isLoading={add.isPending} isDisabled={add.isPending}>
          Enter
        </Button>
        <Button variant="link" onClick={onClose}>
          Cancel
        </Button>
      </ModalFooter>
    </Modal>
  );
}

function hintOf(field: Field, entry: Entry, currency: string): string | undefined {
  const { cash, fields } = entryType(entry.type);
  if (field === 'symbol' && entry.type in (ENTRY_TYPES.Options ?? {})) {
    return 'The contract, such as AAPL260116C00150000.';
  }
  if (field === 'symbol' && !fields.includes('quantity') && fields.includes('amount')) {
    return entry.type === 'RETURN_OF_CAPITAL' ? undefined : 'Of which holding, where it is of one.';
  }
  if (field === 'ratio') {
    return '4 for a split of four for one, 0.1 for a reverse split of one for ten.';
  }
  if (field !== 'amount') {
    return undefined;
  }
  const way = { in: 'received', out: 'paid', either: 'received; negative where it was paid', none: '' }[cash];
  return amountIsComputed(entry.type)
    ? `In ${currency}, ${way}, fees included; left empty, it is computed.`
    : `In ${currency}, ${way}.`;
}
