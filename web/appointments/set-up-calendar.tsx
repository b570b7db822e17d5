import { Button, ColorSwatch, NumberInput, Select, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  AppointmentTypeView,
  PractitionerView,
  TypeColour,
} from '../../src/appointments/rules/appointment-views.ts';
import type { MyClinic } from '../accounts/me.query.ts';
import classes from './appointment-panel.module.css';
import { SidePanel } from './side-panel.tsx';
import { useSetUp } from './use-set-up.ts';

interface SetUpCalendarProps {
  clinic: MyClinic;
  practitioners: readonly PractitionerView[];
  types: readonly AppointmentTypeView[];
  onClose: () => void;
}

/** Whose calendars there are, and what kinds of visit. */
export const SetUpCalendar = ({ clinic, practitioners, types, onClose }: SetUpCalendarProps) => {
  const { t } = useTranslation('calendar');
  return (
    <SidePanel title={t('setUp')} onClose={onClose}>
      <h3 className={classes.part}>{t('setup.practitioners')}</h3>
      <ul className={classes.lines}>
        {practitioners.map((one) => (
          <Line key={one.id} clinicId={clinic.id} path={`practitioners/${one.id}`} {...one} />
        ))}
      </ul>
      <AddPractitioner clinicId={clinic.id} />
      <h3 className={classes.part}>{t('setup.types')}</h3>
      {types.length === 0 && <p className={classes.facts}>{t('setup.noTypes')}</p>}
      <ul className={classes.lines}>
        {types.map((one) => (
          <Line key={one.id} clinicId={clinic.id} path={`appointment-types/${one.id}`} {...one}>
            <ColorSwatch size={14} color={swatch(one.colour)} aria-hidden />
            <span className={classes.facts}>{t('setup.length', { count: one.minutes })}</span>
          </Line>
        ))}
      </ul>
      <AddType clinicId={clinic.id} />
    </SidePanel>
  );
};

const swatch = (colour: TypeColour): string =>
  `var(--mantine-color-${colour === 'grey' ? 'gray' : colour}-6)`;

interface LineProps {
  clinicId: string;
  path: string;
  name: string;
  archived: boolean;
  children?: ReactNode;
}

const Line = ({ clinicId, path, name, archived, children }: LineProps) => {
  const { t } = useTranslation('calendar');
  const { mutate, isPending } = useSetUp(clinicId);
  return (
    <li className={classes.line}>
      <span className={classes.lineName} data-archived={archived || undefined}>
        {name} {archived && `(${t('setup.archived')})`}
      </span>
      {children}
      <Button
        size="compact-sm"
        variant="subtle"
        loading={isPending}
        aria-label={t(archived ? 'setup.restoreNamed' : 'setup.archiveNamed', { name })}
        onClick={() => mutate({ method: 'PATCH', path, body: { archived: !archived } })}
      >
        {t(archived ? 'setup.restore' : 'setup.archive')}
      </Button>
    </li>
  );
};

const AddPractitioner = ({ clinicId }: { clinicId: string }) => {
  const { t } = useTranslation('calendar');
  const [name, setName] = useState('');
  const { mutate, isPending } = useSetUp(clinicId);
  return (
    <form
      className={classes.adding}
      onSubmit={(event) => {
        event.preventDefault();
        const body = { name: name.trim() };
        mutate({ method: 'POST', path: 'practitioners', body }, { onSuccess: () => setName('') });
      }}
    >
      <TextInput
        className={classes.grow}
        label={t('setup.newName')}
        maxLength={120}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={isPending} disabled={name.trim() === ''}>
        {t('setup.add')}
      </Button>
    </form>
  );
};

const colours: readonly TypeColour[] = [
  'blue',
  'teal',
  'green',
  'yellow',
  'orange',
  'pink',
  'violet',
  'grey',
];

const AddType = ({ clinicId }: { clinicId: string }) => {
  const { t } = useTranslation('calendar');
  const [name, setName] = useState('');
  const [minutes, setMinutes] = useState(30);
  const [colour, setColour] = useState<TypeColour>('blue');
  const { mutate, isPending } = useSetUp(clinicId);
  return (
    <form
      className={classes.adding}
      onSubmit={(event) => {
        event.preventDefault();
        const body = { name: name.trim(), minutes, colour };
        mutate({ method: 'POST', path: 'appointment-types', body }, { onSuccess: () => setName('') });
      }}
    >
      <TextInput
        className={classes.grow}
        label={t('setup.newType')}
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <NumberInput
        className={classes.short}
        label={t('setup.minutes')}
        min={5}
        max={720}
        step={5}
        allowDecimal={false}
        value={minutes}
        onChange={(typed) => setMinutes(Number(typed))}
      />
      <Select
        className={classes.grow}
        label={t('setup.colour')}
        allowDeselect={false}
        data={colours.map((value) => ({ value, label: t(`setup.colours.${value}`) }))}
        value={colour}
        leftSection={<ColorSwatch size={14} color={swatch(colour)} aria-hidden />}
        onChange={(value) => setColour(colours.find((each) => each === value) ?? 'blue')}
      />
      <Button type="submit" variant="default" loading={isPending} disabled={name.trim() === ''}>
        {t('setup.add')}
      </Button>
    </form>
  );
};
