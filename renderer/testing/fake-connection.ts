import { firstGeneration } from '../../core/camio/dialect.ts';
import type { ConnectionView } from '../../core/connections/connection.ts';

/** A connection as main shows it, for tests of what needs one. */
export const harbor: ConnectionView = {
  id: 'harbor',
  kind: 'camio',
  name: 'Harbor Campus',
  baseUrl: 'https://camio.com/api/integrations/pacs',
  dialect: firstGeneration,
  color: 'green',
  accountEmail: null,
  token: { kind: 'not set' },
  draftChanges: 0,
};
