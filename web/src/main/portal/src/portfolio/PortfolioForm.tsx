import {
  Button,
  Form,
  FormGroup,
  FormHelperText,
  FormSelect,
  FormSelectOption,
  HelperText,
  HelperTextItem,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  TextInput,
} from '@patternfly/react-core';
import { type FormEvent, useState } from 'react';
import { ProblemAlert } from '../server/ProblemAlert';
import { type LotMethod, type Portfolio, type TaxTreatment, useCreatePortfolio, useUpdatePortfolio } from './portfolios';

const METHODS: Record<LotMethod, { label: string; words: string }> = {
  FIFO: { label: 'First in, first out', words: 'A sale takes the oldest shares first: the rule where nothing else is chosen.' },
  LIFO: { label: 'Last in, first out', words: 'A sale takes the newest shares first.' },
  SPECIFIC: { label: 'Specific identification', words: 'A sale takes the lots that it names, else the oldest.' },
};

const TREATMENTS: Record<TaxTreatment, { label: string; words: string }> = {
  TAXABLE: { label: 'Taxable', words: 'Gains and losses count in the year in which they are realised.' },
  RETIREMENT: {
    label: 'Retirement (IRA, 401(k))',
    words: 'Its own gains do not count. What it buys within 30 days of a loss elsewhere makes that loss void for good.',
  },
};

/** A lot method in words. */
export function lotMethodLabel(method: LotMethod): string {
  return METHODS[method]?.label ?? method;
}

interface Props {
  /** The portfolio to change; a new one is made where there is none. */
  portfolio?: Portfolio;
  onClose(): void;
  onDone?(portfolio: Portfolio): void;
}

/** Creates a portfolio, or changes one's name, lot method and tax treatment. */
export function PortfolioForm({ portfolio, onClose, onDone }: Props) {
  const create = useCreatePortfolio();
  const update = useUpdatePortfolio();
  const [name, setName] = useState(portfolio?.name ?? '');
  const [currency, setCurrency] = useState(portfolio?.currency ?? 'USD');
  const [lotMethod, setLotMethod] = useState<LotMethod>(portfolio?.lotMethod ?? 'FIFO');
  const [taxTreatment, setTaxTreatment] = useState<TaxTreatment>(portfolio?.taxTreatment ?? 'TAXABLE');
  const busy = create.isPending || update.isPending;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const done = {
      onSuccess: (saved: Portfolio) => {
        onDone?.(saved);
        onClose();
      },
    };
    if (portfolio) {
      update.mutate({ id: portfolio.id, name: name.trim(), lotMethod, taxTreatment }, done);
    } else {
      create.mutate({ name: name.trim(), currency, lotMethod, taxTreatment }, done);
    }
  };

  return (
    <Modal isOpen variant="small" onClose={onClose} aria-labelledby="portfolio-form-title">
      <ModalHeader title={portfolio ? `Change ${portfolio.name}` : 'New portfolio'} labelId="portfolio-form-title" />
      <ModalBody>
        <ProblemAlert failure={create.error ?? update.error} />
        <Form id="portfolio-form" onSubmit={submit}>
          <FormGroup label="Name" fieldId="portfolio-name" isRequired>
            <TextInput id="portfolio-name" value={name} onChange={(_event, text) => setName(text)} maxLength={80} isRequired autoFocus />
          </FormGroup>
          {!portfolio && (
            <FormGroup label="Currency" fieldId="portfolio-currency">
              <FormSelect id="portfolio-currency" value={currency} onChange={(_event, code) => setCurrency(code)}>
                {['USD', 'EUR', 'GBP', 'CAD', 'CHF', 'JPY', 'AUD'].map((code) => (
                  <FormSelectOption key={code} value={code} label={code} />
                ))}
              </FormSelect>
            </FormGroup>
          )}
          <FormGroup label="Lots sold" fieldId="portfolio-lots">
            <FormSelect id="portfolio-lots" value={lotMethod} onChange={(_event, method) => setLotMethod(method as LotMethod)}>
              {Object.entries(METHODS).map(([method, { label }]) => (
                <FormSelectOption key={method} value={method} label={label} />
              ))}
            </FormSelect>
            <FormHelperText>
              <HelperText>
                <HelperTextItem>{METHODS[lotMethod].words}</HelperTextItem>
              </HelperText>
            </FormHelperText>
          </FormGroup>
          <FormGroup label="Taxes" fieldId="portfolio-tax">
            <FormSelect id="portfolio-tax" value={taxTreatment} onChange={(_event, treatment) => setTaxTreatment(treatment as TaxTreatment)}>
              {Object.entries(TREATMENTS).map(([treatment, { label }]) => (
                <FormSelectOption key={treatment} value={treatment} label={label} />
              ))}
            </FormSelect>
            <FormHelperText>
              <HelperText>
                <HelperTextItem>{TREATMENTS[taxTreatment].words}</HelperTextItem>
              </HelperText>
            </FormHelperText>
          </FormGroup>
        </Form>
      </ModalBody>
      <ModalFooter>
        <Button type="submit" form="portfolio-form" isLoading={busy} isDisabled={busy || !name.trim()}>
          {portfolio ? 'Save' : 'Create portfolio'}
        </Button>
        <Button variant="link" onClick={onClose}>
          Cancel
        </Button>
      </ModalFooter>
    </Modal>
  );
}
