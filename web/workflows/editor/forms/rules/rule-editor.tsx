import { useState } from 'react';
import { prepareRuleGroup, QueryBuilder, type RuleGroupType } from 'react-querybuilder';
import { useTranslation } from 'react-i18next';
import type { Definition } from '../../../../../src/workflows/rules/definition.ts';
import { isPatientField } from '../../../../../src/workflows/rules/fields.ts';
import { fieldsIn, type RuleGroup } from '../../../../../src/workflows/rules/rule-tree.ts';
import { useCurrentClinic } from '../../../../accounts/current-clinic.tsx';
import { AudienceCount } from '../../../audience-count.tsx';
import { CombinatorChoice, NotSwitch } from './group-controls.tsx';
import { fieldsFor, type RuleScope } from './fields-for.ts';
import { GroupBody, GroupHead } from './group-parts.tsx';
import { RuleContext } from './rule-context.ts';
import classes from './rule-editor.module.css';
import { FieldChoice, OperatorChoice, RemoveRule } from './rule-controls.tsx';
import { firstOperator, firstValue, type Operator } from './rule-operators.ts';
import { fitted, groupOf, isComplete, isKept, isSame, queryOf, type QueryGroup } from './rule-query.ts';
import { RuleValue } from './rule-value.tsx';
import { useFieldGroups } from './use-field-groups.ts';

interface RuleEditorProps {
  /** what is asked, for those who do not see where it stands */
  label: string;
  group: RuleGroup;
  definition: Definition;
  scope?: RuleScope;
  /** what is wrong when nothing is asked */
  emptyError?: string | undefined;
  onChange: (group: RuleGroup) => void;
}

/** With ids, so that a condition stays the same one while it is typed in. */
const prepared = (group: RuleGroup): QueryGroup =>
  prepareRuleGroup(queryOf(group) as RuleGroupType) as QueryGroup;

const controlElements = {
  addGroupAction: null,
  addRuleAction: null,
  combinatorSelector: CombinatorChoice,
  fieldSelector: FieldChoice,
  notToggle: NotSwitch,
  operatorSelector: OperatorChoice,
  removeRuleAction: RemoveRule,
  ruleGroupBodyElements: GroupBody,
  ruleGroupHeaderElements: GroupHead,
  valueEditor: RuleValue,
};

const controlClassnames = {
  ruleGroup: classes.group!,
  header: classes.head!,
  body: classes.body!,
  rule: classes.rule!,
};

/** Conditions in words: all of them or one of them, in groups where that is needed. */
export const RuleEditor = ({
  label,
  group,
  definition,
  scope = 'under-way',
  emptyError,
  onChange,
}: RuleEditorProps) => {
  const { t } = useTranslation('stepForms');
  const { clinic } = useCurrentClinic();
  const [query, setQuery] = useState(() => prepared(group));
  // Changed from outside, such as by undoing: shown as it is now.
  if (!isSame(groupOf(query), groupOf(queryOf(group)))) setQuery(prepared(group));
  const fields = fieldsFor(definition, scope, group);
  const fieldOf = (name: string) => fields.find((field) => field.name === name);
  const fieldGroups = useFieldGroups(fields);
  const change = (changed: RuleGroupType): void => {
    const next = fitted(changed as QueryGroup);
    const tree = groupOf(next);
    if (!isKept(tree)) return;
    setQuery(next);
    if (!isSame(tree, groupOf(query))) onChange(tree);
  };
  const isOfPatients = fieldsIn(group).every(isPatientField);
  return (
    <RuleContext value={{ clinicId: clinic.id, fieldOf }}>
      <div role="group" aria-label={label} className={classes.editor}>
        <QueryBuilder
          query={query as RuleGroupType}
          fields={fieldGroups}
          operators={[{ name: '=', value: '=', label: '=' }]}
          getDefaultOperator={(name) => firstOperator(fieldOf(name)!)}
          getDefaultValue={({ field, operator }) => firstValue(fieldOf(field)!, operator as Operator)}
          controlElements={controlElements}
          controlClassnames={controlClassnames}
          suppressStandardClassnames
          listsAsArrays
          showNotToggle
          resetOnOperatorChange={false}
          onQueryChange={change}
        />
        {group.rules.length === 0 && (
          <p className={emptyError === undefined ? classes.nothing : classes.empty}>
            {emptyError ?? t('rules.nothing')}
          </p>
        )}
        {isOfPatients && isComplete(group) && <AudienceCount clinicId={clinic.id} filter={group} />}
      </div>
    </RuleContext>
  );
};
