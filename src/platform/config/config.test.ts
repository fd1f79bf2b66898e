// Configuration: every fault at once, unknown names noticed, secrets from files.
import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

const noFiles = (): string => {
  throw new Error('no such file');
};

test('defaults need nothing', () => {
  const { config, faults, warnings } = readConfig({}, noFiles);
  expect(config.port).toBe('8080');
  expect(faults).toEqual([]);
  expect(warnings).toEqual([]);
});

test('all faults are told at once, with what would be right', () => {
  const { faults } = readConfig({ TESSERA_PORT: '99999', TESSERA_LOG: 'loud', TESSERA_DATABASE_URL: 'mysql://x' }, noFiles);
  expect(faults).toHaveLength(3);
  expect(faults.join(' ')).toContain('from 0 to 65535');
});

test('a password in a wrong database address is not repeated', () => {
  const { faults } = readConfig({ TESSERA_DATABASE_URL: 'postgress://anna:geheim@db/x' }, noFiles);
  expect(faults.join(' ')).not.toContain('geheim');
});

test('an unknown name gets the nearest one as a hint', () => {
  expect(readConfig({ TESSERA_PROT: '1' }, noFiles).warnings).toEqual(['TESSERA_PROT is not a setting; did you mean TESSERA_PORT?']);
});

test('a value may come from a file', () => {
  expect(readConfig({ TESSERA_DATABASE_URL_FILE: '/run/secret' }, () => 'postgres://a:b@c/d\n').config.database_url).toBe('postgres://a:b@c/d');
  expect(readConfig({ TESSERA_PORT_FILE: '/missing' }, noFiles).faults).toEqual(['TESSERA_PORT_FILE names /missing, which cannot be read.']);
});
