import type { AppError } from '../../core/app-error.ts';
import { type Dialect, firstGeneration, laterGeneration } from '../../core/camio/dialect.ts';
import { parseBaseUrl } from '../../core/connections/base-url.ts';
import type { Connection } from '../../core/connections/connection.ts';
import { checkConnectionName } from '../../core/connections/connection-name.ts';
import { ok, type Result } from '../../core/result.ts';
import { checkTimeZone } from '../../core/time/time-zone.ts';

/** What a person enters about a connection, apart from its token. */
export type ConnectionFields = Pick<Connection, 'name' | 'baseUrl' | 'dialect' | 'color' | 'timeZone'>;

/** The fields as they are kept, by the same rules as the form's, or the first reason why they cannot be. */
export function checkConnectionFields(
  fields: ConnectionFields,
  others: readonly Connection[],
): Result<ConnectionFields, AppError> {
  const name = checkConnectionName(
    fields.name,
    others.map((other) => other.name),
  );
  if (!name.ok) return name;
  const baseUrl = parseBaseUrl(fields.baseUrl);
  if (!baseUrl.ok) return baseUrl;
  const timeZone = fields.timeZone === undefined ? ok(undefined) : checkTimeZone(fields.timeZone);
  if (!timeZone.ok) return timeZone;
  return ok({
    name: name.value,
    baseUrl: baseUrl.value,
    dialect: settledDialect(fields.dialect),
    color: fields.color,
    ...(timeZone.value === undefined ? {} : { timeZone: timeZone.value }),
  });
}

/** A preset is what it says, whatever details were sent along with it. */
function settledDialect(dialect: Dialect): Dialect {
  switch (dialect.preset) {
    case 'first generation':
      return firstGeneration;
    case 'later generation':
      return laterGeneration;
    case 'custom':
      return dialect;
  }
}
