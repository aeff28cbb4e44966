-- How the gains of a portfolio are taxed.
alter table portfolio add column tax_treatment varchar(12) default 'TAXABLE' not null;
