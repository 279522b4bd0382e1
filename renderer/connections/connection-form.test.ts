import { describe, expect, it } from 'vitest';
import { defaultBaseUrl, firstGeneration, laterGeneration } from '../../core/camio/dialect.ts';
import { type Connection, connectionColors } from '../../core/connections/connection.ts';
import {
  connectionFormIssues,
  formOfConnection,
  newConnectionForm,
  withBaseUrl,
  withPreset,
} from './connection-form.ts';

const laterBaseUrl = 'https://incoming.integrations.camio.com/pacs';

const harbor: Connection = {
  id: 'harbor',
  kind: 'camio',
  name: 'Harbor Campus',
  baseUrl: defaultBaseUrl,
  dialect: firstGeneration,
  color: 'green',
  accountEmail: null,
};

describe('the dialect of a new connection', () => {
  it('follows the host of the base URL', () => {
    const form = withBaseUrl(newConnectionForm([]), laterBaseUrl);
    expect(form.dialect).toEqual(laterGeneration);
    expect(withBaseUrl(form, defaultBaseUrl).dialect).toEqual(firstGeneration);
  });

  it('stays as chosen whatever the base URL becomes', () => {
    const form = withPreset(newConnectionForm([]), 'first generation');
    expect(withBaseUrl(form, laterBaseUrl).dialect).toEqual(firstGeneration);
  });

  it('begins with the details of the dialect before where it is custom', () => {
    const form = withPreset(withBaseUrl(newConnectionForm([]), laterBaseUrl), 'custom');
    expect(form.dialect).toEqual({ preset: 'custom', listKey: 'devices', eventEnvelope: 'event' });
  });

  it('is never changed by the address of a connection that exists', () => {
    expect(withBaseUrl(formOfConnection(harbor), laterBaseUrl).dialect).toEqual(firstGeneration);
  });
});

describe('the colour of a new connection', () => {
  it('is one that no other connection has', () => {
    expect(newConnectionForm([harbor]).color).not.toBe('green');
  });

  it('is there even when all are taken', () => {
    const all = connectionColors.map((color) => ({ ...harbor, color }));
    expect(connectionColors).toContain(newConnectionForm(all).color);
  });
});

describe('connectionFormIssues', () => {
  const form = { ...newConnectionForm([]), name: 'Harbor Campus' };

  it('finds nothing in a form that main would take', () => {
    const issues = Object.values(connectionFormIssues(form, []));
    expect(issues).toEqual(issues.map(() => null));
    expect(connectionFormIssues({ ...form, token: 'Bearer abc123' }, []).token).toBeNull();
  });

  it('names each field that main would refuse', () => {
    const typed = { ...form, name: ' ', baseUrl: 'camio.com', token: 'two words' };
    const issues = connectionFormIssues(typed, []);
    expect(issues.name?.next).not.toBe('');
    expect(issues.baseUrl?.next).toContain('https://camio.com');
    expect(issues.token?.message).toContain('space');
  });

  it('refuses the name of another connection', () => {
    expect(connectionFormIssues(form, ['harbor campus']).name?.message).toContain('Harbor Campus');
  });
});
