import type { AppError } from '../app-error.ts';
import { fail, ok, type Result } from '../result.ts';
import { cleanLabels } from '../settings/default-labels.ts';
import type { TestEvent } from './test-event.ts';

/** What a preset fills in: all of a test event that belongs to no reader and no moment. */
export type PresetFields = Pick<TestEvent, 'eventType' | 'labels' | 'actorId' | 'actorName'>;

/** A test event to be sent often, under a name. Its labels come beside the unique one. */
export interface EventPreset extends PresetFields {
  readonly id: string;
  readonly name: string;
}

/** A preset as the window hands it over; `id` null makes a new one. */
export interface PresetToSave extends Omit<EventPreset, 'id'> {
  readonly id: string | null;
}

/** More would not fit a menu, and the file they are kept in is a small one. */
export const mostPresets = 50;
const longestName = 60;

/** The presets that are always there, one for each of Camio's event types, with the labels of the settings. */
export function builtInPresets(defaultLabels: readonly string[]): readonly EventPreset[] {
  const common = { labels: defaultLabels, actorId: '', actorName: '' };
  return [
    { id: 'forced open', name: 'Forced open', eventType: 'forced open', ...common },
    { id: 'entry unlocked', name: 'Entry unlocked', eventType: 'entry unlocked', ...common },
    { id: 'entry ajar', name: 'Entry ajar', eventType: 'entry ajar', ...common },
  ];
}

/**
 * The presets with one more, or with the one of that id replaced. Refuses with code `invalid-input` a name that is empty,
 * too long, taken (the built-in ones' included) or has control characters, and labels that have some.
 */
export function withPreset(
  presets: readonly EventPreset[],
  preset: EventPreset,
): Result<readonly EventPreset[], AppError> {
  const others = presets.filter(({ id }) => id !== preset.id);
  const name = checkPresetName(preset.name, others);
  if (!name.ok) return name;
  const labels = cleanLabels(preset.labels);
  if (!labels.ok) return labels;
  if (others.length >= mostPresets) {
    return refuse(`There are ${mostPresets} presets already.`, 'Delete one that is no longer used.');
  }
  const kept = { ...preset, name: name.value, labels: labels.value };
  return ok([...others, kept].sort((a, b) => a.name.localeCompare(b.name, 'en')));
}

/** A preset's name without spaces around it, or why it cannot be one beside the others and the built-in ones. */
export function checkPresetName(text: string, others: readonly EventPreset[]): Result<string, AppError> {
  const name = text.trim();
  if (name === '') return refuse('The preset has no name.', 'Give it a name, such as what it is for.');
  const length = [...name].length;
  if (length > longestName) {
    return refuse(`The name is ${length} characters long. The limit is ${longestName}.`, 'Shorten the name.');
  }
  if (/\p{Cc}/u.test(name)) {
    return refuse('The name contains a control character, such as a tab.', 'Type the name anew.');
  }
  if ([...others, ...builtInPresets([])].some((other) => fold(other.name) === fold(name))) {
    return refuse(`There is already a preset named “${name}”.`, 'Choose another name.');
  }
  return ok(name);
}

function fold(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

function refuse(message: string, next: string): Result<never, AppError> {
  return fail({ code: 'invalid-input', message, next });
}
