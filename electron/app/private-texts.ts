import { homedir, userInfo } from 'node:os';
import type { PrivateText } from '../../core/diagnostics/redact.ts';

/** Folders, and the user they are named after. A name of one or two letters would be found in every word. */
export function privateTexts(dataFolder: string): PrivateText[] {
  const user = nameOfUser();
  return [
    [dataFolder, '<data folder>'],
    [homedir(), '<home>'],
    [user.length > 2 ? user : '', '<user>'],
  ];
}

function nameOfUser(): string {
  try {
    return userInfo().username;
  } catch {
    // A system may know this person by a number only.
    return '';
  }
}
