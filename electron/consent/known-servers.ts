import { z } from 'zod';
import type { AppError } from '../../core/app-error.ts';
import type { Result } from '../../core/result.ts';
import { openSettingsFile } from '../store/settings-file.ts';

/** The origins that a person agreed to send to, kept in `known-servers.json`. */
export interface KnownServers {
  knows(origin: string): boolean;
  add(origin: string): Result<void, AppError>;
}

const version1 = z.object({ version: z.literal(1), origins: z.array(z.string().max(300)).max(1_000) });

export async function openKnownServers(
  folder: string,
  now: () => Date,
): Promise<{ readonly servers: KnownServers; readonly notices: readonly AppError[] }> {
  const { file, notices } = await openSettingsFile<z.infer<typeof version1>>(
    folder,
    {
      name: 'known-servers',
      what: 'the servers you agreed to send to',
      fallback: { version: 1, origins: [] },
      migrate: (contents) => version1.safeParse(contents).data,
    },
    now,
  );
  const servers: KnownServers = {
    knows: (origin) => file.read().origins.includes(origin),
    add: (origin) => file.write({ version: 1, origins: [...file.read().origins, origin].slice(-1_000) }),
  };
  return { servers, notices };
}
