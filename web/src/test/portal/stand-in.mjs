// A stand-in for the server, for working on the portal alone: `node stand-in.mjs FOLDER [PORT]` serves the built portal
// from FOLDER with the same content security policy, and an API with invented data. Any name signs in ("admin" as an
// administrator, the password "wrong" is refused). It is never packed and no test of the product relies on it.
import { createServer } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { randomUUID } from 'node:crypto';

const [folder, port = '8090'] = process.argv.slice(2);
const POLICY =
  "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.woff2': 'font/woff2' };

let seed = 7;
const random = () => ((seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648);
const gauss = () => Math.sqrt(-2 * Math.log(random() + 1e-12)) * Math.cos(2 * Math.PI * random());

const NOW = '2018-02-07T16:30:00Z';
const days = [];
for (let day = new Date('2015-01-02T00:00:00Z'); day < new Date(NOW); day.setUTCDate(day.getUTCDate() + 1)) {
  if (day.getUTCDay() % 6 !== 0) days.push(day.toISOString().slice(0, 10));
}
const SYMBOLS = [
  ['AAPL', 'Apple Inc.', 'Information Technology', 110], ['MSFT', 'Microsoft Corporation', 'Information Technology', 47],
  ['JPM', 'JPMorgan Chase & Co.', 'Financials', 62], ['JNJ', 'Johnson & Johnson', 'Health Care', 104],
  ['XOM', 'Exxon Mobil Corporation', 'Energy', 92], ['PG', 'Procter & Gamble', 'Consumer Staples', 90],
  ['AMZN', 'Amazon.com, Inc.', 'Consumer Discretionary', 310], ['NEE', 'NextEra Energy', 'Utilities', 105],
  ['SPY', 'SPDR S&P 500 ETF Trust', 'Funds', 205],
].map(([symbol, name, sector, start]) => {
  let price = start;
  const bars = days.map((date) => {
    const open = price * (1 + 0.003 * gauss());
    price *= 1 + 0.0004 + 0.012 * gauss();
    const high = Math.max(open, price) * (1 + 0.004 * random());
    const low = Math.min(open, price) * (1 - 0.004 * random());
    const r = (value) => Math.round(value * 100) / 100;
    return { date, open: r(open), high: r(high), low: r(low), close: r(price), volume: Math.round(2e7 * (1 + random())) };
  });
  return { symbol, name, sector, industry: 'Invented', kind: symbol === 'SPY' ? 'ETF' : 'STOCK', source: symbol === 'NEE' ? 'SIMULATED' : 'IMPORTED', bars };
});
const last = (symbol) => SYMBOLS.find((one) => one.symbol === symbol).bars.at(-1).close;

const portfolios = new Map();
const imports = new Map();
const tokens = new Map();
const runs = new Map();
let user = null;

const SHARES = { AAPL: 120, MSFT: 200, JPM: 90, JNJ: 60, XOM: 80, AMZN: 25, NEE: 40 };
function holdings(portfolio) {
  const filled = (imports.get(portfolio.id) ?? []).length > 0;
  const items = filled
    ? Object.entries(SHARES).map(([symbol, shares], order) => {
        const { name, sector, bars, source } = SYMBOLS.find((one) => one.symbol === symbol);
        const cost = bars[200 + 40 * order].close;
        const price = bars.at(-1).close;
        return {
          symbol, name, kind: 'STOCK', quantity: String(shares), averageCost: cost.toFixed(2), costBasis: (cost * shares).toFixed(2),
          price: price.toFixed(2), priceSource: source, value: (price * shares).toFixed(2), unrealised: ((price - cost) * shares).toFixed(2),
          unrealisedPercent: (price / cost - 1) * 100, dayChange: ((price - bars.at(-2).close) * shares).toFixed(2), sector,
        };
      }).concat([
        { symbol: 'AAPL180316P00100000', name: 'AAPL put', kind: 'OPTION', quantity: '-2', averageCost: '3.10', costBasis: '-620.00', price: '1.85',
          priceSource: 'SIMULATED', value: '-370.00', unrealised: '250.00', unrealisedPercent: 40.3, dayChange: '-12.00', sector: 'Information Technology',
          option: { underlying: 'AAPL', expiry: '2018-03-16', strike: '100.00', right: 'PUT', multiplier: 100 } },
        { symbol: 'OLDCO', name: 'OLDCO', kind: 'OTHER', quantity: '15', sector: 'Unknown' },
      ])
    : [];
  const sum = (member) => items.reduce((total, item) => total + Number(item[member] ?? 0), 0);
  const cash = filled ? 8421.37 : 0;
  return {
    asOf: NOW, currency: portfolio.currency, cash: cash.toFixed(2), value: (sum('value') + cash).toFixed(2), unrealised: sum('unrealised').toFixed(2),
    realised: filled ? '-1284.10' : '0.00', items, missing: filled ? [{ symbol: 'OLDCO', reason: 'no prices were imported or simulated for it' }] : [],
  };
}
function summary(portfolio) {
  const held = holdings(portfolio);
  const change = held.items.reduce((total, item) => total + Number(item.dayChange ?? 0), 0);
  return { ...portfolio, value: held.value, cash: held.cash, dayChange: change.toFixed(2), dayChangePercent: Number(held.value) ? (change / Number(held.value)) * 100 : undefined, asOf: NOW };
}
function history() {
  let value = 60000;
  let invested = 60000;
  return days.slice(150).map((date, order) => {
    if (order % 130 === 129) { value += 6000; invested += 6000; }
    value *= 1 + 0.0006 + 0.008 * gauss();
    return { date, value: value.toFixed(2), invested: invested.toFixed(2) };
  });
}

const PREVIEW = {
  format: 'schwab', account: '…4821', new: 5, duplicates: 1, ignored: 1, errors: 0,
  rows: [
    { line: 4, date: '2015-10-02', action: 'Buy', symbol: 'AAPL', quantity: '120', price: '109.20', fees: '4.95', amount: '-13108.95', effect: 'Buys 120 AAPL at $109.20: a new lot; cash −$13,108.95', status: 'NEW' },
    { line: 5, date: '2015-10-05', action: 'Cash Dividend', symbol: 'JPM', amount: '39.60', effect: 'Dividend of JPM: cash +$39.60', status: 'NEW' },
    { line: 6, date: '2015-11-20', action: 'Sell to Open', symbol: 'AAPL180316P00100000', quantity: '2', price: '3.10', amount: '618.70', effect: 'Writes 2 AAPL 100 puts, Mar 16, 2018; cash +$618.70', status: 'NEW' },
    { line: 7, date: '2015-11-20', action: 'Journal', amount: '0.00', effect: 'Nothing moves', status: 'IGNORED' },
    { line: 8, date: '2016-01-12', action: 'Buy', symbol: 'MSFT', quantity: '200', price: '52.00', amount: '-10400.00', effect: 'Buys 200 MSFT at $52.00: a new lot; cash −$10,400.00', status: 'NEW' },
    { line: 9, date: '2016-01-12', action: 'Buy', symbol: 'XOM', quantity: '80', price: '75.11', amount: '-6008.80', effect: 'Buys 80 XOM at $75.11: a new lot; cash −$6,008.80', status: 'NEW' },
    { line: 10, date: '2016-02-02', action: 'MoneyLink Deposit', amount: '2500.00', effect: 'Here since an earlier import', status: 'DUPLICATE' },
  ],
};
const BAD = { line: 5, field: 'Quantity', value: '1,00', expected: 'a number such as 1,234.50' };

function analysis(run) {
  const series = [];
  let mine = 1;
  let theirs = 1;
  for (const date of days.slice(-500)) {
    const common = 0.006 * gauss();
    mine *= 1 + 0.0006 + common + 0.004 * gauss();
    theirs *= 1 + 0.0004 + common;
    series.push({ date, portfolio: mine, benchmark: theirs });
  }
  const steps = ['risk_metrics', 'sector_exposure', 'performance', 'summary'];
  const value = Number(holdings(portfolios.get(run.parameters.portfolio) ?? { currency: 'USD' }).value) || 90000;
  const sectors = { 'Information Technology': 0.42, Financials: 0.12, 'Health Care': 0.09, Energy: 0.08, 'Consumer Discretionary': 0.15, Utilities: 0.05, Cash: 0.09 };
  const payloads = {
    risk_metrics: { currency: 'USD', value: value.toFixed(2), days: 755, from: days.at(-756), to: days.at(-1), volatility: 0.173, beta: 1.08, sharpe: 0.94, sortino: 1.31,
      maximumDrawdown: { depth: 0.142, peak: '2015-11-03', trough: '2016-02-11' }, var: { 95: { historical: 0.0164, expectedShortfall: 0.0241 }, 99: { historical: 0.0289, expectedShortfall: 0.0357 } },
      riskFreeRate: 0.0125, concentration: { herfindahl: 0.183, largest: { symbol: 'MSFT', weight: 0.27 }, effectiveHoldings: 5.5 }, missing: [{ symbol: 'OLDCO', reason: 'no prices' }] },
    sector_exposure: { items: Object.entries(sectors).map(([sector, weight]) => ({ sector, weight, value: (weight * value).toFixed(2), symbols: ['…'] })), missing: [] },
    performance: { from: series[0].date, to: series.at(-1).date, timeWeighted: mine - 1, timeWeightedAnnual: 0.121, moneyWeighted: 0.104, unrealised: '10234.00', realised: '-1284.10', dividends: '812.40',
      best: { symbol: 'MSFT', unrealised: '8123.00', unrealisedPercent: 62.1 }, worst: { symbol: 'XOM', unrealised: '-912.00', unrealisedPercent: -11.4 }, benchmark: { symbol: 'SPY', timeWeighted: theirs - 1 }, series },
    summary: { text: '', composed: 'rules', sentences: [
      { text: 'The portfolio moves a little more than the market: its volatility is 17.3 % a year and its beta 1.08.', sources: ['risk_metrics.volatility', 'risk_metrics.beta'] },
      { text: 'On one day in twenty it should lose more than 1.6 % of its value; on those days it lost 2.4 % on average.', sources: ['risk_metrics.var'] },
      { text: 'It leans on Information Technology with 42 % of the value, and on MSFT with 27 %.', sources: ['sector_exposure', 'risk_metrics.concentration'] },
      { text: 'It did better than SPY over the same days.', sources: ['performance.timeWeighted', 'performance.benchmark'] } ] },
  };
  const pace = Number(process.env.PACE ?? 300);
  const script = [['start', { operation: run.operation, parameters: run.parameters, asOf: NOW, steps }]];
  steps.forEach((step, done) => {
    for (const fraction of [0.2, 0.6, 0.9]) script.push(['progress', { step, done, total: steps.length, fraction, message: `Working out ${step.replace('_', ' ')}` }]);
    script.push([step, payloads[step]]);
  });
  script.push(['complete', { seconds: (script.length * pace) / 1000 }]);
  const tick = () => {
    if (run.status !== 'RUNNING') return;
    const next = script.shift();
    if (!next) return;
    emit(run, ...next);
    if (next[0] === 'complete') end(run, 'COMPLETE');
    else setTimeout(tick, pace);
  };
  tick();
}
function emit(run, type, payload) {
  const event = { type, sequence: run.events.length + 1, at: new Date().toISOString(), run: run.id, ...payload };
  run.events.push(event);
  run.lastSequence = event.sequence;
  for (const viewer of run.viewers) write(viewer, event);
}
const write = (viewer, event) => viewer.write(`id: ${event.run}:${event.sequence}\ndata: ${JSON.stringify(event)}\n\n`);
function end(run, status) {
  run.status = status;
  run.endedAt = new Date().toISOString();
  for (const viewer of run.viewers) viewer.end();
}
const shown = ({ events, viewers, ...run }) => run;

class Refused extends Error {
  constructor(status, title, detail, errors) { super(detail); Object.assign(this, { status, title, errors }); }
}
const gone = () => new Refused(404, 'There is no such thing', 'There is no such thing, or it belongs to somebody else.');
const known = (map, id) => map.get(id) ?? (() => { throw gone(); })();

const routes = [
  ['GET', /^\/api\/session\/methods$/, () => ({ password: true, oidc: '/sign-in/oidc' })],
  ['GET', /^\/api\/session$/, () => ({ user, csrf: 'c' })],
  ['POST', /^\/api\/session$/, ({ json }) => {
    if (json.password === 'wrong') throw new Refused(401, 'Not signed in', 'Name and password do not match.');
    user = { id: 'u1', name: json.name, roles: json.name === 'admin' ? ['USER', 'ADMIN'] : ['USER'] };
    return { user, csrf: 'c' };
  }],
  ['DELETE', /^\/api\/session$/, () => { user = null; }],
  ['GET', /^\/api\/market\/clock$/, () => ({ mode: 'REPLAY', now: NOW, speed: 1, phase: 'OPEN', sessionDate: '2018-02-07', nextOpen: '2018-02-08T14:30:00Z', nextClose: '2018-02-07T21:00:00Z' })],
  ['PUT', /^\/api\/market\/clock$/, ({ json }) => ({ mode: json.mode, now: NOW, speed: json.speed ?? 1, phase: 'OPEN', sessionDate: '2018-02-07' })],
  ['GET', /^\/api\/market\/symbols$/, ({ query }) => ({ items: SYMBOLS.filter((one) => `${one.symbol} ${one.name}`.toLowerCase().includes((query.get('query') ?? '').toLowerCase())).map(({ bars, ...one }) => one) })],
  ['GET', /^\/api\/market\/symbols\/([^/]+)$/, ({ part }) => { const { bars, ...one } = SYMBOLS.find((s) => s.symbol === part[1]) ?? (() => { throw gone(); })(); return one; }],
  ['GET', /^\/api\/market\/symbols\/([^/]+)\/bars$/, ({ part, query }) => { const one = SYMBOLS.find((s) => s.symbol === part[1]) ?? (() => { throw gone(); })(); return { symbol: one.symbol, source: one.source, bars: one.bars.filter((bar) => bar.date >= (query.get('from') ?? '')) }; }],
  ['GET', /^\/api\/market\/symbols\/([^/]+)\/quote$/, ({ part }) => { const price = last(part[1]); return { symbol: part[1], bid: (price - 0.02).toFixed(2), ask: (price + 0.02).toFixed(2), last: price.toFixed(2), previousClose: (price * 0.99).toFixed(2), change: (price * 0.01).toFixed(2), changePercent: 1.01, volume: 21345678, at: NOW, source: 'SIMULATED' }; }],
  ['GET', /^\/api\/market\/symbols\/([^/]+)\/option-chain$/, ({ part, query }) => {
    const expiries = ['2018-02-16', '2018-03-16', '2018-04-20'];
    const spot = last(part[1]);
    const expiry = query.get('expiry') ?? expiries[0];
    const contracts = [-0.1, -0.05, 0, 0.05, 0.1].flatMap((away) => ['CALL', 'PUT'].map((right) => ({ expiry, strike: String(Math.round(spot * (1 + away))), right, bid: '2.10', ask: '2.25', last: '2.20', volume: 120, openInterest: 3400, impliedVolatility: 0.24, delta: right === 'CALL' ? 0.5 : -0.5 })));
    return { underlying: part[1], spot: String(spot), at: NOW, source: 'SIMULATED', expiries, contracts };
  }],
  ['GET', /^\/api\/market\/symbols\/([^/]+)\/corporate-actions$/, () => ({ items: [{ exDate: '2017-11-10', kind: 'DIVIDEND', amount: '0.63', source: 'SIMULATED' }] })],
  ['GET', /^\/api\/market\/calendar$/, () => ({ sessions: [], catalysts: [{ kind: 'EARNINGS', symbol: 'AMZN', date: '2018-02-08', at: NOW, title: 'Earnings after the close', source: 'IMPORTED' }, { kind: 'OPTIONS_EXPIRATION', date: '2018-02-16', at: NOW, title: 'Monthly options expire', source: 'IMPORTED' }, { kind: 'FED_MEETING', date: '2018-02-16', at: NOW, title: 'FOMC decision', source: 'SIMULATED' }] })],
  ['GET', /^\/api\/market\/imports$/, () => ({ items: [{ id: 'm1', kind: 'bars', name: 'us_stocks.csv.gz', rows: 75420, symbols: 60, from: '2013-02-08', to: '2018-02-07', seconds: 0.4, at: NOW }] })],
  ['POST', /^\/api\/market\/imports$/, () => ({ id: 'm2', kind: 'bars', rows: 75420, symbols: 60, from: '2013-02-08', to: '2018-02-07', seconds: 0.4 })],
  ['GET', /^\/api\/portfolio$/, () => ({ items: [...portfolios.values()].map(summary) })],
  ['POST', /^\/api\/portfolio$/, ({ json }) => { const made = { id: randomUUID(), currency: 'USD', lotMethod: 'FIFO', ...json }; portfolios.set(made.id, made); return made; }],
  ['GET', /^\/api\/portfolio\/([^/]+)$/, ({ part }) => summary(known(portfolios, part[1]))],
  ['PATCH', /^\/api\/portfolio\/([^/]+)$/, ({ part, json }) => Object.assign(known(portfolios, part[1]), json)],
  ['DELETE', /^\/api\/portfolio\/([^/]+)$/, ({ part }) => { portfolios.delete(part[1]); }],
  ['GET', /^\/api\/portfolio\/([^/]+)\/holdings$/, ({ part }) => holdings(known(portfolios, part[1]))],
  ['GET', /^\/api\/portfolio\/([^/]+)\/lots$/, ({ part }) => ({ items: holdings(known(portfolios, part[1])).items.map((held, order) => ({ id: `l${order}`, symbol: held.symbol, opened: '2015-10-02', quantity: held.quantity, costBasis: held.costBasis })) })],
  ['GET', /^\/api\/portfolio\/([^/]+)\/transactions$/, () => ({ items: PREVIEW.rows.map((row) => ({ id: `t${row.line}`, date: row.date, type: row.action.toUpperCase().replaceAll(' ', '_'), symbol: row.symbol, quantity: row.quantity, price: row.price, fees: row.fees ?? '0', amount: row.amount, currency: 'USD', note: row.effect })) })],
  ['GET', /^\/api\/portfolio\/([^/]+)\/realised$/, () => ({ currency: 'USD', shortTerm: '-1384.10', longTerm: '100.00', unknown: 1, items: [{ lot: 'l1', closing: 't1', symbol: 'XOM', currency: 'USD', opened: '2015-10-02', closed: '2016-02-02', quantity: '20', proceeds: '1500.00', basis: '2884.10', gain: '-1384.10', term: 'SHORT' }] })],
  ['GET', /^\/api\/portfolio\/([^/]+)\/value-history$/, ({ query }) => ({ items: history().filter((day) => day.date >= (query.get('from') ?? '')) })],
  ['POST', /^\/api\/portfolio\/([^/]+)\/imports\/preview$/, ({ text }) => {
    if (!text.includes(',')) throw new Refused(422, 'The file is not recognised', 'It is none of the formats that Magnus reads.', [{ line: 1, field: 'header', value: text.slice(0, 20), expected: 'the header line of a Schwab, Fidelity, IBKR Flex or Ghostfolio export' }]);
    return text.includes('BAD') ? { ...PREVIEW, errors: 1, new: 4, rows: PREVIEW.rows.map((row) => (row.line === 5 ? { ...row, status: 'ERROR', fault: BAD } : row)) } : PREVIEW;
  }],
  ['POST', /^\/api\/portfolio\/([^/]+)\/imports$/, ({ part, query }) => { const one = { id: randomUUID(), name: query.get('name'), format: 'schwab', imported: 5, duplicates: 1, ignored: 1, at: new Date().toISOString() }; imports.set(part[1], [...(imports.get(part[1]) ?? []), one]); return one; }],
  ['GET', /^\/api\/portfolio\/([^/]+)\/imports$/, ({ part }) => ({ items: imports.get(part[1]) ?? [] })],
  ['DELETE', /^\/api\/portfolio\/([^/]+)\/imports\/([^/]+)$/, ({ part }) => { imports.set(part[1], (imports.get(part[1]) ?? []).filter((one) => one.id !== part[2])); }],
  ['GET', /^\/api\/runs$/, () => ({ items: [...runs.values()].map(shown).reverse() })],
  ['POST', /^\/api\/runs$/, ({ json }) => {
    const run = { id: randomUUID(), operation: json.operation, parameters: json.parameters, status: 'RUNNING', progress: 0, startedAt: new Date().toISOString(), lastSequence: 0, events: [], viewers: new Set() };
    runs.set(run.id, run);
    analysis(run);
    return shown(run);
  }],
  ['GET', /^\/api\/runs\/([^/]+)$/, ({ part }) => shown(known(runs, part[1]))],
  ['DELETE', /^\/api\/runs\/([^/]+)$/, ({ part }) => { const run = known(runs, part[1]); run.status = 'CANCELLED'; emit(run, 'cancelled', {}); end(run, 'CANCELLED'); }],
  ['GET', /^\/api\/tokens$/, () => ({ items: [...tokens.values()] })],
  ['POST', /^\/api\/tokens$/, ({ json }) => { const one = { id: randomUUID(), name: json.name, createdAt: new Date().toISOString() }; tokens.set(one.id, one); return { ...one, token: 'mgn_5x0nT3mPlEo0nly0nce' }; }],
  ['DELETE', /^\/api\/tokens\/([^/]+)$/, ({ part }) => { tokens.delete(part[1]); }],
  ['GET', /^\/api\/sessions$/, () => ({ items: [{ id: 's1', way: 'PASSWORD', createdAt: NOW, lastSeenAt: NOW, endsAt: NOW, address: '127.0.0.1', agent: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140', current: true }] })],
  ['PUT', /^\/api\/account\/password$/, () => undefined],
  ['GET', /^\/api\/audit$/, () => ({ items: [{ at: NOW, actor: 'demo', action: 'SIGN_IN', subject: 'demo', outcome: 'OK', address: '127.0.0.1' }, { at: NOW, actor: 'demo', action: 'SIGN_IN', subject: 'demo', outcome: 'REFUSED', address: '127.0.0.1' }] })],
  ['GET', /^\/api\/accounts$/, () => ({ items: [{ id: 'u1', name: 'admin', roles: ['USER', 'ADMIN'], enabled: true }, { id: 'u2', name: 'demo', roles: ['USER'], enabled: true }] })],
];

createServer((request, response) => {
  const { pathname, searchParams: query } = new URL(request.url, 'http://x');
  response.setHeader('Content-Security-Policy', POLICY);
  if (!pathname.startsWith('/api')) {
    const file = join(folder, pathname);
    const found = pathname !== '/' && existsSync(file) ? file : join(folder, 'index.html');
    response.setHeader('Content-Type', TYPES[extname(found)] ?? 'application/octet-stream');
    return response.end(readFileSync(found));
  }
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    try {
      if (!user && !(pathname === '/api/session' && request.method === 'POST') && pathname !== '/api/session/methods') throw new Refused(401, 'Not signed in', 'Sign in first.');
      const events = /^\/api\/runs\/([^/]+)\/events$/.exec(pathname);
      if (events) {
        const run = known(runs, events[1]);
        const after = Number(query.get('after') ?? 0);
        if (run.status !== 'RUNNING' && after >= run.lastSequence) return response.writeHead(204).end();
        response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
        run.events.slice(after).forEach((event) => write(response, event));
        if (run.status !== 'RUNNING') return response.end();
        run.viewers.add(response);
        return request.on('close', () => run.viewers.delete(response));
      }
      const text = Buffer.concat(chunks).toString();
      const json = request.headers['content-type'] === 'application/json' && text ? JSON.parse(text) : undefined;
      for (const [method, pattern, answer] of routes) {
        const part = pattern.exec(pathname);
        if (part && method === request.method) {
          const body = answer({ part: part.map((piece) => piece && decodeURIComponent(piece)), query, json, text });
          if (body === undefined) return response.writeHead(204).end();
          return response.writeHead(method === 'POST' ? 201 : 200, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
        }
      }
      throw gone();
    } catch (refused) {
      const status = refused.status ?? 500;
      response.writeHead(status, { 'Content-Type': 'application/problem+json' });
      response.end(JSON.stringify({ type: '/problems/stand-in', title: refused.title ?? 'Broken', status, detail: refused.message, requestId: randomUUID(), errors: refused.errors }));
    }
  });
}).listen(Number(port), () => console.log(`http://localhost:${port}`));
