import { activeRules } from '../../src/config/active-rules';
import type { Config } from '../../src/config/config';
import { ruleOptions } from '../../src/config/rule-options';

const RULES = [
  { id: 'drop-table', severity: 'warning' },
  { id: 'set-not-null', severity: 'error' },
  { id: 'serial-column', severity: 'opt-in' },
] as const;

function active(
  rules: Config['rules'],
  selection: 'default' | 'all' | readonly string[] = 'default',
): unknown {
  return activeRules(RULES, rules, selection).map(
    ({ rule, severity, configured }) => `${rule.id} ${severity}${configured ? ' configured' : ''}`,
  );
}

test('without configuration all but the opt-in rules look, as loud as they are', () => {
  expect(active(undefined)).toEqual(['drop-table warning', 'set-not-null error']);
});

test('configuration switches off, turns up and down, and asks for opt-in rules', () => {
  expect(active({ 'drop-table': 'off', 'set-not-null': 'notice', 'serial-column': 'error' })).toEqual([
    'set-not-null notice configured',
    'serial-column error configured',
  ]);
});

test('an object has the severity too; without one the rule keeps its own, and an opt-in rule is a warning', () => {
  expect(
    active({
      'drop-table': { severity: 'error' },
      'set-not-null': { limit: 3 },
      'serial-column': { limit: 3 },
    }),
  ).toEqual(['drop-table error configured', 'set-not-null error', 'serial-column warning']);
  expect(active({ 'serial-column': { severity: 'off' } })).toEqual([
    'drop-table warning',
    'set-not-null error',
  ]);
});

test('a selection asks for all rules, or for some by name', () => {
  expect(active(undefined, 'all')).toEqual([
    'drop-table warning',
    'set-not-null error',
    'serial-column warning',
  ]);
  expect(active({ 'set-not-null': 'off' }, ['set-not-null', 'serial-column'])).toEqual([
    'serial-column warning',
  ]);
});

test('what rules are told has its defaults filled in', () => {
  expect(ruleOptions({}, null)).toEqual({
    lockTimeout: { setBy: 'migration', limit: 5000 },
    staging: [],
    publications: [],
    minor: null,
    parameters: {},
  });
  const config: Config = {
    rules: { 'drop-table': 'error', 'too-many-index-columns': { severity: 'error', limit: 4 } },
    lockTimeout: { setBy: 'elsewhere', limit: '1.5min' },
    staging: ['staging'],
    publications: ['*'],
  };
  expect(ruleOptions(config, 2)).toEqual({
    lockTimeout: { setBy: 'elsewhere', limit: 90_000 },
    staging: ['staging'],
    publications: ['*'],
    minor: 2,
    parameters: { 'too-many-index-columns': { severity: 'error', limit: 4 } },
  });
  expect(ruleOptions({ lockTimeout: { limit: 750 } }, null).lockTimeout.limit).toBe(750);
});
