import { Button, Combobox, Menu, Textarea, useCombobox } from '@mantine/core';
import { IconVariable } from '@tabler/icons-react';
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from './template-draft.ts';
import classes from './templates-page.module.css';
import { matching, typedVariable, withVariable, type TypedVariable } from './typed-variable.ts';
import type { OfferedVariable } from './use-offered-variables.ts';

interface VariableTextareaProps {
  label: string;
  language: Language;
  value: string;
  offered: readonly OfferedVariable[];
  disabled?: boolean;
  /** one line, such as a subject: variables are typed, there is no list beside it */
  single?: boolean;
  description?: ReactNode;
  error?: ReactNode;
  onChange: (text: string) => void;
}

/** A text with variables: chosen from a list, or after typing `{{`, they stand where the cursor stood. */
export const VariableTextarea = (props: VariableTextareaProps) => {
  const { label, language, value, offered, disabled = false, single = false, onChange } = props;
  const area = useRef<HTMLTextAreaElement>(null);
  const cursorAfter = useRef<number | null>(null);
  const [typed, setTyped] = useState<TypedVariable | null>(null);
  const combobox = useCombobox({ onDropdownClose: () => setTyped(null) });
  const found = typed === null ? [] : matching(offered, typed.word);
  useLayoutEffect(() => {
    if (cursorAfter.current === null) return;
    area.current?.focus();
    area.current?.setSelectionRange(cursorAfter.current, cursorAfter.current);
    cursorAfter.current = null;
  }, [value]);
  useLayoutEffect(() => {
    if (combobox.dropdownOpened) combobox.selectFirstOption();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the first of what is found, whenever that changes
  }, [combobox.dropdownOpened, typed?.word]);
  const look = (text: string, cursor: number): void => {
    const now = typedVariable(text, cursor);
    setTyped(now);
    if (now !== null && matching(offered, now.word).length > 0) combobox.openDropdown();
    else combobox.closeDropdown();
  };
  const insert = (name: string): void => {
    const { selectionStart: start = value.length, selectionEnd: end = start } = area.current ?? {};
    const changed = withVariable(value, { from: typed?.from ?? start, to: end }, name);
    cursorAfter.current = changed.cursor;
    combobox.closeDropdown();
    onChange(changed.text);
  };
  return (
    <>
      <Combobox store={combobox} position="bottom-start" onOptionSubmit={insert}>
        <Combobox.Target withKeyboardNavigation={combobox.dropdownOpened}>
          <Textarea
            ref={area}
            label={label}
            lang={language}
            autosize
            minRows={single ? 1 : 5}
            maxRows={single ? 3 : 16}
            {...(single ? { maxLength: 200 } : {})}
            value={value}
            disabled={disabled}
            description={props.description}
            error={props.error}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            onBlur={() => combobox.closeDropdown()}
            onChange={({ currentTarget }) => {
              const text = single ? currentTarget.value.replaceAll('\n', ' ') : currentTarget.value;
              onChange(text);
              look(text, currentTarget.selectionStart);
            }}
          />
        </Combobox.Target>
        <Combobox.Dropdown hidden={found.length === 0}>
          <Combobox.Options className={classes.variables}>
            {found.map(({ name, label: words, example }) => (
              <Combobox.Option key={name} value={name}>
                {words} <span className={classes.example}>{example[language]}</span>
              </Combobox.Option>
            ))}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      {!disabled && !single && <InsertMenu language={language} offered={offered} onChosen={insert} />}
    </>
  );
};

interface InsertMenuProps {
  language: Language;
  offered: readonly OfferedVariable[];
  onChosen: (name: string) => void;
}

const InsertMenu = ({ language, offered, onChosen }: InsertMenuProps) => {
  const { t } = useTranslation('templates');
  return (
    <Menu position="bottom-start" returnFocus={false}>
      <Menu.Target>
        <Button
          variant="default"
          size="compact-md"
          className={classes.insert}
          leftSection={<IconVariable size={16} aria-hidden />}
        >
          {t('insert')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={classes.variables}>
        {offered.map(({ name, label, example }) => (
          <Menu.Item
            key={name}
            rightSection={<span className={classes.example}>{example[language]}</span>}
            onClick={() => onChosen(name)}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};
