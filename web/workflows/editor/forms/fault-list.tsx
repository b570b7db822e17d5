import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { DefinitionFault } from '../../../../src/workflows/rules/definition-fault.ts';
import classes from './forms.module.css';
import { useFaultText } from './use-fault-words.ts';

/** What is wrong, where no field of a form says it. */
export const FaultList = ({ faults }: { faults: readonly DefinitionFault[] }) => {
  const faultText = useFaultText();
  if (faults.length === 0) return null;
  const texts = [...new Set(faults.map(faultText))];
  return (
    <Alert color="red" icon={<IconAlertTriangle />}>
      {texts.length === 1 ? (
        texts[0]
      ) : (
        <ul className={classes.faults}>
          {texts.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
    </Alert>
  );
};
