import { letterCases } from '../../core/rename/rename-rule.ts';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import { caseNames } from './phrase-rename.ts';
import type { RenameForm, RuleFieldsProps } from './rename-form.ts';
import { TemplateFields } from './TemplateFields.tsx';

const caseChoices = letterCases.map((value) => ({ value, label: caseNames[value] }));
const places = [
  { value: 'after', label: 'After the name' },
  { value: 'before', label: 'Before the name' },
] as const;

/** The fields of the kind of rename chosen. */
export function RuleFields({ form, onChange }: RuleFieldsProps) {
  switch (form.kind) {
    case 'replace':
      return <ReplaceFields form={form} onChange={onChange} />;
    case 'add':
      return (
        <>
          <TextField label="Before the name" value={form.before} onChange={(before) => onChange({ before })} />
          <TextField label="After the name" value={form.after} onChange={(after) => onChange({ after })} />
        </>
      );
    case 'case':
      return (
        <Select
          label="Letters"
          value={form.to}
          choices={caseChoices}
          onChange={(to) => onChange({ to })}
          help={form.to === 'title' || form.to === 'sentence' ? ownWay : null}
        />
      );
    case 'clean up':
      return <CleanUpFields form={form} onChange={onChange} />;
    case 'number':
      return (
        <>
          <Select label="Place" value={form.place} choices={places} onChange={(place) => onChange({ place })} />
          <TextField label="Between" value={form.separator} onChange={(separator) => onChange({ separator })} isMono />
          <NumberingFields form={form} onChange={onChange} />
          <TextField
            label="Digits"
            value={form.digits}
            onChange={(digits) => onChange({ digits })}
            className="rename-number"
          />
        </>
      );
    case 'template':
      return (
        <TemplateFields form={form} onChange={onChange}>
          <NumberingFields form={form} onChange={onChange} />
        </TemplateFields>
      );
  }
}

const ownWay = 'Words such as 2B, HVAC and McGill stay as they are.';

function ReplaceFields({ form, onChange }: RuleFieldsProps) {
  const { isPattern } = form;
  return (
    <>
      <TextField label="Find" value={form.find} onChange={(find) => onChange({ find })} isMono={isPattern} autoFocus />
      <TextField
        label="Replace with"
        value={form.replacement}
        onChange={(replacement) => onChange({ replacement })}
        isMono={isPattern}
      />
      <div className="rename-checks">
        <Checkbox isSelected={form.matchCase} onChange={(matchCase) => onChange({ matchCase })}>
          Match case
        </Checkbox>
        <Checkbox isSelected={isPattern} onChange={(pattern) => onChange({ isPattern: pattern })}>
          Regular expression
        </Checkbox>
        {isPattern ? <span className="help">$1 stands for what the first group found, $& for all of it.</span> : null}
      </div>
    </>
  );
}

function CleanUpFields({ form: { cleanUp }, onChange }: RuleFieldsProps) {
  const change = (part: Partial<RenameForm['cleanUp']>) => onChange({ cleanUp: { ...cleanUp, ...part } });
  return (
    <div className="rename-checks">
      <Checkbox isSelected={cleanUp.spaces} onChange={(spaces) => change({ spaces })}>
        Trim and collapse spaces
      </Checkbox>
      <Checkbox isSelected={cleanUp.invisible} onChange={(invisible) => change({ invisible })}>
        Remove invisible characters
      </Checkbox>
      <Checkbox isSelected={cleanUp.accents} onChange={(accents) => change({ accents })}>
        Join accents to letters
      </Checkbox>
      <Checkbox isSelected={cleanUp.lookAlikes} onChange={(lookAlikes) => change({ lookAlikes })}>
        Replace look-alike letters
      </Checkbox>
      <span className="help">IDs are left alone: Camio knows each reader by its own.</span>
    </div>
  );
}

function NumberingFields({ form, onChange }: RuleFieldsProps) {
  return (
    <>
      <TextField
        label="Start at"
        value={form.start}
        onChange={(start) => onChange({ start })}
        className="rename-number"
      />
      <TextField label="Step" value={form.step} onChange={(step) => onChange({ step })} className="rename-number" />
    </>
  );
}
