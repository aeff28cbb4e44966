import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { onLinkSign, RESTED } from './linkSigns';

let told: string[];
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = '<a id="a" href="/runs"><b id="in">x</b></a><a id="b" href="/calendar">y</a><a id="out" href="https://elsewhere.example/">z</a>';
  told = [];
  stop = onLinkSign((path, sign) => told.push(`${sign} ${path}`));
});

afterEach(() => {
  stop();
  vi.useRealTimers();
});

const on = (id: string, type: string) => document.getElementById(id)?.dispatchEvent(new Event(type, { bubbles: true }));

it('tells of a link on which the pointer has rested, not of one that it passes', () => {
  on('a', 'pointerover');
  vi.advanceTimersByTime(RESTED - 5);
  on('b', 'pointerover');
  vi.advanceTimersByTime(RESTED);
  expect(told).toEqual(['REST /calendar']);
});

it('keeps its time while the pointer moves within a link', () => {
  on('a', 'pointerover');
  vi.advanceTimersByTime(40);
  on('in', 'pointerover');
  vi.advanceTimersByTime(30);
  expect(told).toEqual(['REST /runs']);
});

it('tells of a pressed link at once, and of the focus, but of no other site', () => {
  on('in', 'pointerdown');
  on('out', 'pointerdown');
  on('out', 'focusin');
  vi.advanceTimersByTime(RESTED);
  on('b', 'focusin');
  vi.advanceTimersByTime(RESTED);
  expect(told).toEqual(['PRESS /runs', 'REST /calendar']);
});

it('tells nothing once it is stopped', () => {
  on('a', 'pointerover');
  stop();
  vi.advanceTimersByTime(RESTED);
  expect(told).toEqual([]);
});
