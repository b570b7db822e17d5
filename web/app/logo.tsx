import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import icon from './icon.svg';

export const Logo = () => {
  const { t } = useTranslation('frame');
  return (
    <Group gap={10}>
      <img src={icon} alt="" width={32} height={32} />
      <Text fw={680} fz="lg">
        {t('product')}
      </Text>
    </Group>
  );
};
