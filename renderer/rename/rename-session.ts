import type { AppError } from '../../core/app-error.ts';
import type { ReaderDeskApi } from '../../core/ipc/contract.ts';
import type { Rows } from '../../core/readers/rows.ts';
import { mostNamesAtOnce } from '../../core/rename/name-pattern.ts';
import { previewRename, type RenamePreview } from '../../core/rename/rename-preview.ts';
import type { PatternReplacement, RenameRule } from '../../core/rename/rename-rule.ts';
import { compileRule, type Renamer } from '../../core/rename/renamer.ts';
import { ok, type Result } from '../../core/result.ts';
import { inSlices } from '../sessions/in-slices.ts';

/** What is to be renamed, and how. */
export interface RenameQuestion {
  readonly rows: Rows;
  /** Row numbers in the order of the list. */
  readonly chosen: readonly number[];
  readonly rule: RenameRule;
}

export type RenameState =
  /** `last` is the preview of an earlier question, still worth looking at; null for the first. */
  | { readonly kind: 'working'; readonly last: RenamePreview | null }
  | { readonly kind: 'ready'; readonly question: RenameQuestion; readonly preview: RenamePreview }
  | { readonly kind: 'failed'; readonly error: AppError };

type RenameApi = Pick<ReaderDeskApi, 'rename'>;

/**
 * Works out what a rule would do, in slices so that typing stays quick; regular expressions in main, where one that takes
 * for ever can be ended. A new question puts an end to the one before.
 */
export class RenameSession {
  private readonly listeners = new Set<() => void>();
  private current: RenameState = { kind: 'working', last: null };
  private end = () => {};

  constructor(private readonly api: RenameApi) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly state = (): RenameState => this.current;

  ask(question: RenameQuestion): void {
    this.end();
    const { rule } = question;
    if (rule.kind === 'replace pattern') {
      let isOld = false;
      this.end = () => {
        isOld = true;
      };
      this.set({ kind: 'working', last: this.last() });
      void replacedNames(this.api, question, rule, () => isOld).then((names) => {
        if (isOld) return;
        if (names.ok) this.preview(question, names.value);
        else this.set({ kind: 'failed', error: names.error });
      });
      return;
    }
    const compiled = compileRule(rule);
    if (!compiled.ok) this.set({ kind: 'failed', error: compiled.error });
    else this.preview(question, compiled.value);
  }

  /** The fields do not make a rule. */
  refuse(error: AppError): void {
    this.end();
    this.set({ kind: 'failed', error });
  }

  close(): void {
    this.end();
  }

  private preview(question: RenameQuestion, renamer: Renamer): void {
    this.set({ kind: 'working', last: this.last() });
    this.end = inSlices(previewRename(question.rows, question.chosen, renamer), {
      done: (preview) => this.set({ kind: 'ready', question, preview }),
    });
  }

  private last(): RenamePreview | null {
    const { current } = this;
    if (current.kind === 'ready') return current.preview;
    return current.kind === 'working' ? current.last : null;
  }

  private set(state: RenameState): void {
    this.current = state;
    for (const listener of this.listeners) listener();
  }
}

/** Asks main for the new names, so many at once that neither side stands still. */
async function replacedNames(
  api: RenameApi,
  { rows, chosen }: RenameQuestion,
  { find, replacement, matchCase }: PatternReplacement,
  isOld: () => boolean,
): Promise<Result<Renamer, AppError>> {
  const replaced = new Map<string, string>();
  for (let from = 0; from < chosen.length && !isOld(); from += mostNamesAtOnce) {
    const names = chosen.slice(from, from + mostNamesAtOnce).flatMap((row) => rows.at(row)?.mine?.name ?? []);
    const answer = await api.rename.replacePattern({ find, replacement, matchCase, names });
    if (!answer.ok) return answer;
    for (const [index, name] of names.entries()) replaced.set(name, answer.value[index] ?? name);
  }
  return ok(({ name }) => replaced.get(name) ?? name);
}
