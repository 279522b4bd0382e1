import { FieldPacker, FieldReader } from '../text/packed-fields.ts';
import type { Camera } from './camera.ts';
import type { CameraPlan } from './camera-plan.ts';
import { type PlanEdit, type PlanStep, stepActions } from './plan-action.ts';
import { fromPlanFile, type PlanFile, toPlanFile } from './plan-file.ts';

/**
 * A camera plan on its way to the window, as one string: it crosses Electron's bridge at once, where the objects of 10,000
 * cameras and their undo steps are copied one by one, and twice. `#` and packed fields, or the JSON of a `PlanFile` where
 * an id or a name cannot be packed.
 */
export type PlanText = string;

const packedMark = '#';

export function planText(plan: CameraPlan): PlanText {
  const file = toPlanFile(plan);
  const packed = packPlan(file);
  return packed === null ? JSON.stringify(file) : packedMark + packed;
}

/** The plan of a text that `planText` made; main's word is taken for it, as for all it answers. */
export function readPlanText(text: PlanText): CameraPlan {
  if (text.startsWith(packedMark)) return fromPlanFile(unpackPlan(text.slice(packedMark.length)));
  const file: PlanFile = JSON.parse(text);
  return fromPlanFile(file);
}

function packPlan({ seq, cameras, views, names, undo, redo }: PlanFile): string | null {
  const packer = new FieldPacker();
  const camera = ({ id, name, site }: Camera) => packer.text(id, name, site);
  const edit = (each: PlanEdit) => {
    packer.text(each.kind);
    switch (each.kind) {
      case 'camera':
        packer.optional(each.before, camera);
        packer.optional(each.after, camera);
        return;
      case 'view':
        packer.text(each.cameraId, each.readerId, each.inView ? '+' : '-');
        return;
      case 'name':
        packer.text(each.readerId);
        packer.optional(each.before, (name) => packer.text(name));
        packer.optional(each.after, (name) => packer.text(name));
    }
  };
  const step = ({ action, edits }: PlanStep) => {
    packer.text(action);
    packer.list(edits, edit);
  };
  packer.text(String(seq));
  packer.list(cameras, camera);
  packer.list(views, ([cameraId, readerIds]) => {
    packer.text(cameraId);
    packer.list(readerIds, (id) => packer.text(id));
  });
  packer.list(names, ([id, name]) => packer.text(id, name));
  packer.list(undo, step);
  packer.list(redo, step);
  return packer.done();
}

function unpackPlan(packed: string): PlanFile {
  const fields = new FieldReader(packed);
  const text = () => fields.text();
  const camera = (): Camera => ({ id: text(), name: text(), site: text() });
  const edit = (): PlanEdit => {
    const kind = text();
    if (kind === 'view') return { kind, cameraId: text(), readerId: text(), inView: text() === '+' };
    if (kind === 'camera') return { kind, before: fields.optional(camera), after: fields.optional(camera) };
    if (kind === 'name') return { kind, readerId: text(), before: fields.optional(text), after: fields.optional(text) };
    throw new Error(`A packed plan has an edit of an unknown kind: ${kind}.`);
  };
  const step = (): PlanStep => ({ action: stepAction(text()), edits: fields.list(edit) });
  return {
    version: 1,
    seq: Number(text()),
    cameras: fields.list(camera),
    views: fields.list(() => [text(), fields.list(text)] as const),
    names: fields.list(() => [text(), text()] as const),
    undo: fields.list(step),
    redo: fields.list(step),
  };
}

function stepAction(text: string): PlanStep['action'] {
  const action = stepActions.find((each) => each === text);
  if (action === undefined) throw new Error(`A packed plan has a step of an unknown kind: ${text}.`);
  return action;
}
