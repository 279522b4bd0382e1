import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Button,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  ComboBox as SearchableChoice,
  Text,
} from 'react-aria-components';

export interface ComboBoxChoice {
  readonly id: string;
  readonly text: string;
  /** Shown dimmed beside the text. */
  readonly hint?: string;
}

interface ComboBoxProps {
  readonly label: string;
  readonly text: string;
  readonly onTextChange: (text: string) => void;
  /** The field is left; what was typed without choosing may be put right. */
  readonly onLeave?: () => void;
  readonly chosen: string | null;
  readonly onChoose: (id: string | null) => void;
  /** The choices that match the text, at most some fifty: the caller filters, so that long lists stay fast. */
  readonly choices: readonly ComboBoxChoice[];
  readonly help?: ReactNode;
  readonly error?: string | null | undefined;
  readonly emptyText?: string;
  readonly placeholder?: string;
  readonly autoFocus?: boolean;
  readonly className?: string;
}

/** A text field that offers matching choices while typing. */
export function ComboBox(props: ComboBoxProps) {
  return (
    <SearchableChoice
      className={['field', props.className].filter(Boolean).join(' ')}
      inputValue={props.text}
      onInputChange={props.onTextChange}
      {...(props.onLeave ? { onBlur: props.onLeave } : {})}
      selectedKey={props.chosen}
      // When the field is left, React Aria reports null for a choice that is not among those offered. It still stands.
      onSelectionChange={(key) => props.onChoose(key === null ? props.chosen : String(key))}
      items={props.choices}
      defaultFilter={() => true}
      autoFocus={props.autoFocus ?? false}
      menuTrigger="input"
      allowsEmptyCollection
      isInvalid={Boolean(props.error)}
      validationBehavior="aria"
    >
      <Label>{props.label}</Label>
      <div className="combo">
        <Input className="input" placeholder={props.placeholder ?? ''} spellCheck="false" />
        <Button className="button quiet icon-only" aria-label={`Show choices for ${props.label}`}>
          <ChevronDown aria-hidden="true" />
        </Button>
      </div>
      {props.help ? (
        <Text slot="description" className="help">
          {props.help}
        </Text>
      ) : null}
      <FieldError className="field-error">{props.error}</FieldError>
      <Popover className="popover combo-popover">
        <ListBox<ComboBoxChoice>
          className="menu"
          renderEmptyState={() => <p className="menu-empty">{props.emptyText ?? 'Nothing matches.'}</p>}
        >
          {(choice) => (
            <ListBoxItem id={choice.id} textValue={choice.text} className="menu-item">
              <span className="ellipsis" title={choice.text}>
                {choice.text}
              </span>
              {choice.hint ? <span className="mono dim ellipsis">{choice.hint}</span> : null}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </SearchableChoice>
  );
}
